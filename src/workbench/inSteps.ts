import { nextTask } from './nextTask';

/**
 * Takes each step in a task of its own, so that the page draws and answers between them and before
 * what follows; false where it was called off, which leaves out the steps that remain.
 */
export async function inSteps(
  steps: readonly (() => void)[],
  signal: AbortSignal,
): Promise<boolean> {
  for (const step of steps) {
    await nextTask();
    if (signal.aborted) return false;
    step();
  }
  await nextTask();
  return !signal.aborted;
}
