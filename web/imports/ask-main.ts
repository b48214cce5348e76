import type { MessagePort } from 'node:worker_threads';
import type { WriteIo } from '../usecases/ports/list-import-port.ts';
import type { AskName, FromThread, ToThread } from './thread-messages.ts';

/** The main thread's I/O as the import thread sees it. Arrays are handed over, not copied. */
export function askMain(port: MessagePort): WriteIo {
  const waiting = new Map<number, (answer: never) => void>();
  let last = 0;
  port.on('message', ({ id, answer }: ToThread) => {
    const resolve = waiting.get(id);
    waiting.delete(id);
    resolve?.(answer as never);
  });
  const ask = <T>(name: AskName, args: readonly unknown[]): Promise<T> =>
    new Promise<T>((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      const message: FromThread = { ask: name, id: last, args };
      port.postMessage(message, buffersIn(args));
    });
  return {
    chunk: (no) => ask('chunk', [no]),
    standing: (prints) => ask('standing', [prints]),
    progress: (done, total) => ask('progress', [done, total]),
    newSegment: () => ask('newSegment', []),
    writeEntries: (slice) => ask('writeEntries', [slice]),
    writeRun: (slice) => ask('writeRun', [slice]),
  };
}

function buffersIn(args: readonly unknown[]): ArrayBuffer[] {
  const values = args.flatMap((arg) =>
    ArrayBuffer.isView(arg) || typeof arg !== 'object' || arg === null ? [arg] : Object.values(arg),
  );
  return values.flatMap((value: unknown) =>
    ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  );
}
