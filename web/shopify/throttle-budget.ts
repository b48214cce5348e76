import type { Priority } from '../usecases/ports/shopify-port.ts';

/** Shopify's `extensions.cost.throttleStatus`, in points and points a second. */
export interface ThrottleStatus {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  readonly restoreRate: number;
}

/** What is left of one shop's points: Shopify's last word, restored since, less what is under way. */
export interface Bucket {
  readonly maximum: number;
  readonly restoreRate: number;
  /** As of `at`, epoch milliseconds. */
  readonly available: number;
  readonly at: number;
  /** Estimated cost of requests that were sent and not answered yet. */
  readonly reserved: number;
  /** Shopify asked us to wait until then, whatever is left (HTTP 429). */
  readonly pausedUntil: number;
  /** Until then staff, or orders, of any process wait for points: whoever comes after them steps back. */
  readonly wanted: { readonly staff: number; readonly order: number };
}

/** Until a shop's first answer: the smallest bucket of any plan. */
export function unknownBucket(now: number): Bucket {
  return {
    maximum: 1000,
    restoreRate: 100,
    available: 1000,
    at: now,
    reserved: 0,
    pausedUntil: 0,
    wanted: { staff: 0, order: 0 },
  };
}

export function availableAt(bucket: Bucket, now: number): number {
  const restored = (Math.max(0, now - bucket.at) / 1000) * bucket.restoreRate;
  return Math.min(bucket.maximum, bucket.available + restored) - bucket.reserved;
}

/**
 * Points that must stay for whoever comes first: two clicks of staff (read, then act) for orders, and a
 * quarter of the bucket for orders and staff together where the work can wait.
 */
function keptBack(bucket: Bucket, priority: Priority): number {
  const forStaff = Math.min(150, bucket.maximum / 10);
  if (priority === 'staff') return 0;
  return priority === 'order' ? forStaff : Math.max(forStaff, bucket.maximum / 4);
}

/** Milliseconds until a request of this cost may go; 0: now. Never more than a full bucket is asked. */
export function waitFor(bucket: Bucket, priority: Priority, cost: number, now: number): number {
  const needed = Math.min(bucket.maximum, cost + keptBack(bucket, priority));
  const missing = needed - availableAt(bucket, now);
  const toRestore = missing > 0 ? Math.ceil((missing / bucket.restoreRate) * 1000) : 0;
  return Math.max(toRestore, bucket.pausedUntil - now, stepBack(bucket, priority) - now, 0);
}

/** Until when those who come first are let before. */
function stepBack({ wanted }: Bucket, priority: Priority): number {
  if (priority === 'staff') return 0;
  return priority === 'order' ? wanted.staff : Math.max(wanted.staff, wanted.order);
}

/** Somebody of this priority waits for points, until `until` at least; 0: nobody does any more. */
export function want(bucket: Bucket, priority: Priority, until: number): Bucket {
  if (priority === 'background') return bucket;
  return { ...bucket, wanted: { ...bucket.wanted, [priority]: until } };
}

/**
 * A clock that was put back: times that lie ahead are moved back with it. Left there, nothing would be
 * restored until the clock has caught up.
 */
export function withoutFuture(bucket: Bucket, now: number): Bucket {
  const ahead = bucket.at - now;
  if (ahead <= 0) return bucket;
  const { staff, order } = bucket.wanted;
  return {
    ...bucket,
    at: now,
    pausedUntil: bucket.pausedUntil - ahead,
    wanted: { staff: staff - ahead, order: order - ahead },
  };
}

export function reserve(bucket: Bucket, cost: number): Bucket {
  return { ...bucket, reserved: bucket.reserved + cost };
}

/** An answer came (or none: then Shopify's next word will tell what was charged). */
export function settle(
  bucket: Bucket,
  reserved: number,
  status: ThrottleStatus | null,
  now: number,
): Bucket {
  const freed = { ...bucket, reserved: Math.max(0, bucket.reserved - reserved) };
  if (status === null || status.restoreRate <= 0) return freed;
  return {
    ...freed,
    maximum: status.maximumAvailable,
    restoreRate: status.restoreRate,
    available: status.currentlyAvailable,
    at: now,
  };
}

export function pause(bucket: Bucket, until: number): Bucket {
  return { ...bucket, pausedUntil: Math.max(bucket.pausedUntil, until) };
}
