import { setTimeout as sleep } from 'node:timers/promises';
import { seeded } from '../../web/standin/random.ts';
import { type StormOptions, type StormResult, storm } from './storm.ts';

export interface DrainResult extends StormResult {
  /** How each process ended after its SIGTERM. */
  readonly ends: readonly { readonly code: number | NodeJS.Signals; readonly ms: number }[];
}

/** Processes are asked to end (SIGTERM) while orders arrive and staff click, one after another. */
export async function drain(
  options: StormOptions & {
    readonly times: number;
    /** No further one is asked after so many milliseconds. */
    readonly limitMs: number;
  },
): Promise<DrainResult> {
  const random = seeded(options.seed);
  const { during, ...result } = await storm(options, async ({ server, start }) => {
    const ends: DrainResult['ends'][number][] = [];
    const until = Date.now() + options.limitMs;
    for (let n = 0; n < options.times && Date.now() < until; n += 1) {
      await server().ready;
      await sleep(200 + random() * 1_300);
      ends.push(await server().terminate());
      start();
    }
    return ends;
  });
  return { ...result, ends: during };
}
