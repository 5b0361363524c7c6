import { createEngine } from './createEngine';
import { serveEngine, type CallMessage } from './callEngine';
import { buffersOf } from './showWorkbook';

/** The worker's own scope, which the page's library of types does not know. */
interface WorkerScope {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<CallMessage>) => void): void;
}

const scope = self as unknown as WorkerScope;

serveEngine(
  createEngine(),
  {
    postMessage: (message, transfer) => {
      scope.postMessage(message, transfer);
    },
    onCall(listener) {
      scope.addEventListener('message', ({ data }: MessageEvent<CallMessage>) => {
        listener(data);
      });
    },
  },
  buffersOf,
);
