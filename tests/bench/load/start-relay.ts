import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { RelayOrder, RelayStart, RelayTold } from './webhook-relay.ts';

export interface Relay {
  readonly origin: string;
  keep(): Promise<void>;
  pass(): Promise<void>;
  /** Resolves when the last of them is answered. */
  send(milliseconds: number): Promise<void>;
  tell(): Promise<RelayTold>;
  stop(): Promise<void>;
}

const told = z.object({
  times: z.array(z.number()),
  created: z.array(z.tuple([z.string(), z.number()])),
  failed: z.number(),
});

/** @param target origin of the app */
export async function startRelay(target: string): Promise<Relay> {
  const start: RelayStart = { target };
  const thread = new Worker(new URL('./webhook-relay.ts', import.meta.url), { workerData: start });
  const next = () =>
    new Promise<unknown>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
    });
  const { port } = z.object({ port: z.number() }).parse(await next());
  const ask = (order: RelayOrder) => {
    const answer = next();
    thread.postMessage(order);
    return answer;
  };
  return {
    origin: `http://127.0.0.1:${port}`,
    keep: async () => void (await ask({ do: 'keep' })),
    pass: async () => void (await ask({ do: 'pass' })),
    send: async (milliseconds) => void (await ask({ do: 'send', milliseconds })),
    tell: async () => told.parse(await ask({ do: 'tell' })),
    stop: async () => void (await thread.terminate()),
  };
}
