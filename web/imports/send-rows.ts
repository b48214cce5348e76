import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import { buffersOf, type RowPack } from './row-packs.ts';
import type { ToSealer } from './thread-messages.ts';

/** Packs that the sealing thread has not done yet: more would only fill the memory. */
const mostAhead = 3;

export interface RowSender {
  send(pack: RowPack): Promise<void>;
  /** Resolves when all of them are written. */
  end(): Promise<void>;
}

export function createRowSender(port: MessagePort): RowSender {
  let ahead = 0;
  port.on('message', () => {
    ahead -= 1;
  });
  const post = (message: ToSealer, buffers: ArrayBuffer[]) => {
    ahead += 1;
    port.postMessage(message, buffers);
  };
  const until = async (most: number) => {
    while (ahead > most) await once(port, 'message');
  };
  return {
    async send(pack) {
      post(pack, buffersOf(pack));
      await until(mostAhead);
    },
    async end() {
      post(null, []);
      await until(0);
      port.close();
    },
  };
}
