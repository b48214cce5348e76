import { GatewayFault, type Priority } from '../usecases/ports/shopify-port.ts';
import {
  type Bucket,
  pause,
  reserve,
  settle,
  type ThrottleStatus,
  unknownBucket,
  waitFor,
} from './throttle-budget.ts';

export interface ThrottleQueue {
  /**
   * Resolves when the shop's budget allows a request of `cost` points; staff first, then orders, then
   * the rest. Throws a `throttled` fault where that would take longer than a caller can wait.
   */
  reserve(shop: string, priority: Priority, cost: number): Promise<Reservation>;
  /** Shopify said 429: nothing leaves for this shop until then. */
  pause(shop: string, milliseconds: number): void;
  /** The last requested cost of an operation, or what it expects of itself. */
  costOf(operation: string, expected: number): number;
  learnCost(operation: string, requested: number): void;
}

export interface Reservation {
  /** Call once, whatever came of the request. */
  settle(status: ThrottleStatus | null): void;
}

interface Waiter {
  readonly priority: Priority;
  readonly cost: number;
  readonly deadline: number;
  grant(): void;
  refuse(fault: GatewayFault): void;
}

interface Line {
  bucket: Bucket;
  readonly waiting: Waiter[];
  /** Set while somebody sleeps for the head of the line. */
  sleeping: AbortController | null;
}

const rank: Readonly<Record<Priority, number>> = { staff: 0, order: 1, background: 2 };

/** A click is answered at once; a job is better put back than kept open. Milliseconds. */
const longestWait: Readonly<Record<Priority, number>> = {
  staff: 5_000,
  order: 15_000,
  background: 15_000,
};

/** One budget a shop, in this process. `sleep` ends early, by a rejection or not, when aborted. */
export function createThrottleQueue(edge: {
  readonly now: () => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}): ThrottleQueue {
  const lines = new Map<string, Line>();
  const costs = new Map<string, number>();

  function lineOf(shop: string): Line {
    const known = lines.get(shop);
    if (known !== undefined) return known;
    const fresh: Line = { bucket: unknownBucket(edge.now()), waiting: [], sleeping: null };
    lines.set(shop, fresh);
    return fresh;
  }

  async function sleepForHead(line: Line): Promise<void> {
    for (let head = advance(line, edge.now()); head !== null; head = advance(line, edge.now())) {
      line.sleeping = new AbortController();
      await edge.sleep(head, line.sleeping.signal).catch(() => undefined);
    }
    line.sleeping = null;
  }

  /** Something changed: whoever sleeps looks again; nobody sleeping, somebody starts. */
  function look(line: Line): void {
    if (line.sleeping !== null) line.sleeping.abort();
    else void sleepForHead(line);
  }

  function grant(line: Line, cost: number): Reservation {
    let open = true;
    return {
      settle(status) {
        if (!open) return;
        open = false;
        line.bucket = settle(line.bucket, cost, status, edge.now());
        look(line);
      },
    };
  }

  return {
    reserve(shop, priority, cost) {
      const line = lineOf(shop);
      const now = edge.now();
      const ahead = line.waiting.filter((each) => rank[each.priority] <= rank[priority]);
      const queued = ahead.reduce((sum, each) => sum + each.cost, 0);
      const wait = expectedWait(line.bucket, priority, cost, queued, now);
      if (wait > longestWait[priority]) return Promise.reject(throttled(wait));
      return new Promise<Reservation>((resolve, reject) => {
        line.waiting.splice(ahead.length, 0, {
          priority,
          cost,
          deadline: now + longestWait[priority],
          grant: () => resolve(grant(line, cost)),
          refuse: reject,
        });
        look(line);
      });
    },
    pause(shop, milliseconds) {
      const line = lineOf(shop);
      line.bucket = pause(line.bucket, edge.now() + milliseconds);
    },
    costOf: (operation, expected) => costs.get(operation) ?? expected,
    learnCost(operation, requested) {
      costs.set(operation, requested);
    },
  };
}

/** What stands before it must be restored too. */
function expectedWait(
  bucket: Bucket,
  priority: Priority,
  cost: number,
  queued: number,
  now: number,
): number {
  return waitFor(reserve(bucket, queued), priority, cost, now);
}

/** Lets go who may go and refuses who waited too long; milliseconds to sleep, null: nobody waits. */
function advance(line: Line, now: number): number | null {
  for (let index = line.waiting.length - 1; index >= 0; index--) {
    const waiter = line.waiting[index];
    if (waiter === undefined || waiter.deadline > now) continue;
    line.waiting.splice(index, 1);
    waiter.refuse(throttled(waitFor(line.bucket, waiter.priority, waiter.cost, now)));
  }
  for (let head = line.waiting[0]; head !== undefined; head = line.waiting[0]) {
    const wait = waitFor(line.bucket, head.priority, head.cost, now);
    if (wait > 0) return Math.min(wait, ...line.waiting.map((each) => each.deadline - now));
    line.waiting.shift();
    line.bucket = reserve(line.bucket, head.cost);
    head.grant();
  }
  return null;
}

function throttled(milliseconds: number): GatewayFault {
  return new GatewayFault('throttled', 'The shop has used up its Admin API points for now.', {
    retryAfterMs: Math.max(milliseconds, 1000),
  });
}
