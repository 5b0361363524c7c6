import type { Engine } from '../engine/engine';
import { createWorkerEngine } from '../engine/callEngine';

/** The engine in a worker; where the browser has none, on the page's own thread. */
export async function startEngine(): Promise<Engine> {
  if (typeof Worker === 'function') {
    return createWorkerEngine(new Worker(new URL('../engine/worker.ts', import.meta.url)));
  }
  const { createEngine } = await import('../engine/createEngine');
  return createEngine();
}
