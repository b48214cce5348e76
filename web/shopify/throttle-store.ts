import { z } from 'zod';
import type { BudgetPort } from '../usecases/ports/process-port.ts';
import { type Bucket, unknownBucket } from './throttle-budget.ts';

/** Where the shops' buckets are. */
export interface Buckets {
  /** `to` may be called twice, on a newer bucket; what it answered last counts. */
  change<T>(shop: string, to: (bucket: Bucket) => Changed<T>): Promise<T>;
  /** Milliseconds after which somebody else may have changed a bucket unheard. */
  readonly lookEveryMs: number;
}

interface Changed<T> {
  readonly bucket: Bucket;
  readonly result: T;
}

/** One process: its memory. Changed at the call, so that what comes after it sees it. */
export function bucketsInMemory(now: () => number): Buckets {
  const buckets = new Map<string, Bucket>();
  return {
    lookEveryMs: Number.POSITIVE_INFINITY,
    async change(shop, to) {
      const { bucket, result } = to(buckets.get(shop) ?? unknownBucket(now()));
      buckets.set(shop, bucket);
      return result;
    },
  };
}

/** A request takes no longer than this, or its process is dead: its points are free again. */
const longestMs = 60_000;

const stored = z.object({
  bucket: z.object({
    maximum: z.number(),
    restoreRate: z.number(),
    available: z.number(),
    at: z.number(),
    pausedUntil: z.number(),
    wanted: z.object({ staff: z.number(), order: z.number() }),
  }),
  /** What is under way, oldest first, and until when it counts. */
  underWay: z.array(z.object({ cost: z.number(), until: z.number() })),
});
type Stored = z.infer<typeof stored>;

/**
 * Several processes: one row a shop, changed in a short transaction of its own. Points under way carry an
 * end, for a process may die between asking and hearing.
 */
export function sharedBuckets(port: BudgetPort, now: () => number): Buckets {
  return {
    lookEveryMs: 250,
    change: (shop, to) =>
      port.change(shop, (text) => {
        const before = text === null ? fresh(now()) : stored.parse(JSON.parse(text));
        const alive = before.underWay.filter(
          ({ until }) => until > now() && until <= now() + longestMs,
        );
        const reserved = sumOf(alive);
        const { bucket, result } = to({ ...before.bucket, reserved });
        const underWay = moved(alive, bucket.reserved - reserved, now());
        return { state: JSON.stringify({ bucket, underWay }), result };
      }),
  };
}

const fresh = (now: number): Stored => ({ bucket: unknownBucket(now), underWay: [] });

const sumOf = (underWay: Stored['underWay']) => underWay.reduce((sum, { cost }) => sum + cost, 0);

/** What was sent is added at the end, what was answered goes from the front: who sent it does not matter. */
function moved(underWay: Stored['underWay'], by: number, now: number): Stored['underWay'] {
  if (by > 0) return [...underWay, { cost: by, until: now + longestMs }];
  let answered = -by;
  return underWay.flatMap(({ cost, until }) => {
    const gone = Math.min(cost, answered);
    answered -= gone;
    return gone === cost ? [] : [{ cost: cost - gone, until }];
  });
}
