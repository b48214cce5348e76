import type { Priority } from '../usecases/ports/shopify-port.ts';
import { type Bucket, reserve, waitFor, want, withoutFuture } from './throttle-budget.ts';

/** A request that waits for points. */
export interface Waiter {
  readonly priority: Priority;
  readonly cost: number;
  /** Epoch milliseconds. */
  readonly deadline: number;
  /** It has not been looked at yet. */
  isNew: boolean;
}

/** What one look at a shop's line comes to. */
export interface Step<W> {
  readonly bucket: Bucket;
  readonly granted: readonly W[];
  /** With the milliseconds that each would still have to wait. */
  readonly refused: readonly { readonly waiter: W; readonly wait: number }[];
  /** Milliseconds until the next look; null: nobody waits. */
  readonly sleep: number | null;
}

/** How long others step back for one who waits; he says so anew each time that he looks. */
const wantedMs = 600;

/**
 * Lets go who may go, in the order of the line, and refuses who waited too long or would have to. The line
 * is sorted by priority. Pure: it may be done again on a newer bucket.
 */
export function advance<W extends Waiter>(
  before: Bucket,
  line: readonly W[],
  now: number,
): Step<W> {
  let bucket = withoutFuture(before, now);
  const refused = line.flatMap((waiter, at) => {
    const wait = waitOf(bucket, line, at, now);
    const isHopeless = waiter.isNew && wait > waiter.deadline - now;
    if (waiter.deadline > now && !isHopeless) return [];
    return [{ waiter, wait: isHopeless ? wait : waitAlone(bucket, waiter, now) }];
  });
  const out = new Set(refused.map(({ waiter }) => waiter));
  for (const { priority } of out) bucket = want(bucket, priority, 0);
  const left = line.filter((waiter) => !out.has(waiter));
  const granted: W[] = [];
  for (const waiter of left) {
    const wait = waitAlone(bucket, waiter, now);
    if (wait > 0) {
      const sleep = Math.min(wait, ...left.map(({ deadline }) => deadline - now));
      return { bucket: want(bucket, waiter.priority, now + wantedMs), granted, refused, sleep };
    }
    bucket = want(reserve(bucket, waiter.cost), waiter.priority, 0);
    granted.push(waiter);
  }
  return { bucket, granted, refused, sleep: null };
}

const waitAlone = (bucket: Bucket, { priority, cost }: Waiter, now: number) =>
  waitFor(bucket, priority, cost, now);

/** What stands before it must be restored too. */
function waitOf(bucket: Bucket, line: readonly Waiter[], at: number, now: number): number {
  const [waiter] = line.slice(at);
  if (waiter === undefined) return 0;
  const queued = line.slice(0, at).reduce((sum, { cost }) => sum + cost, 0);
  return waitAlone(reserve(bucket, queued), waiter, now);
}
