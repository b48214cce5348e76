import { GatewayFault, type Priority } from '../usecases/ports/shopify-port.ts';
import { type Bucket, pause, settle, type ThrottleStatus } from './throttle-budget.ts';
import { advance, type Step, type Waiter } from './throttle-line.ts';
import type { Buckets } from './throttle-store.ts';

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

interface Waiting extends Waiter {
  grant(): void;
  refuse(fault: unknown): void;
}

interface Line {
  readonly shop: string;
  readonly waiting: Waiting[];
  /** Somebody looks, or sleeps until the next look. */
  isLooking: boolean;
  lookAgain: boolean;
  sleeping: AbortController | null;
}

const rank: Readonly<Record<Priority, number>> = { staff: 0, order: 1, background: 2 };

/** A click is answered at once; a job is better put back than kept open. Milliseconds. */
const longestWait: Readonly<Record<Priority, number>> = {
  staff: 5_000,
  order: 15_000,
  background: 15_000,
};

export interface ThrottleEdge {
  readonly now: () => number;
  /** Ends early, by a rejection or not, when aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly buckets: Buckets;
  /** A budget that could not be written: the next answer of Shopify's mends it. */
  readonly onFault?: (error: unknown) => void;
}

/** One line a shop in this process; the budget is where `buckets` keeps it, here or shared by processes. */
export function createThrottleQueue({ now, sleep, buckets, onFault }: ThrottleEdge): ThrottleQueue {
  const lines = new Map<string, Line>();
  const costs = new Map<string, number>();

  function lineOf(shop: string): Line {
    const known = lines.get(shop);
    if (known !== undefined) return known;
    const fresh: Line = { shop, waiting: [], isLooking: false, lookAgain: false, sleeping: null };
    lines.set(shop, fresh);
    return fresh;
  }

  const change = (line: Line, to: (bucket: Bucket) => Bucket) =>
    buckets
      .change(line.shop, (bucket) => ({ bucket: to(bucket), result: undefined }))
      .catch((error: unknown) => onFault?.(error))
      .then(() => look(line));

  function step(line: Line, waiting: readonly Waiting[]): Promise<Step<Waiting>> {
    return buckets.change(line.shop, (bucket) => {
      const result = advance(bucket, waiting, now());
      return { bucket: result.bucket, result };
    });
  }

  /** Looks and lets go; milliseconds to sleep before the next look. */
  async function serveOnce(line: Line): Promise<number | null> {
    line.lookAgain = false;
    const waiting = [...line.waiting];
    const { granted, refused, sleep: rest } = await step(line, waiting);
    for (const waiter of waiting) waiter.isNew = false;
    for (const waiter of granted) leave(line, waiter).grant();
    for (const { waiter, wait } of refused) leave(line, waiter).refuse(throttled(wait));
    return rest;
  }

  /** While anybody waits; one at a time for a line. */
  async function serve(line: Line): Promise<void> {
    try {
      while (line.waiting.length > 0) {
        const rest = await serveOnce(line);
        if (rest === null || line.lookAgain) continue;
        line.sleeping = new AbortController();
        const { signal } = line.sleeping;
        await sleep(Math.min(rest, buckets.lookEveryMs), signal).catch(() => undefined);
        line.sleeping = null;
      }
    } catch (error) {
      // The budget cannot be read: those who wait are told, and come again.
      for (const waiter of line.waiting.splice(0)) waiter.refuse(error);
    } finally {
      line.isLooking = false;
    }
  }

  /** Something changed: whoever sleeps looks again; nobody looking, somebody starts. */
  function look(line: Line): void {
    line.lookAgain = true;
    line.sleeping?.abort();
    if (line.isLooking) return;
    line.isLooking = true;
    void serve(line);
  }

  function grant(line: Line, cost: number): Reservation {
    let open = true;
    return {
      settle(status) {
        if (!open) return;
        open = false;
        void change(line, (bucket) => settle(bucket, cost, status, now()));
      },
    };
  }

  return {
    reserve(shop, priority, cost) {
      const line = lineOf(shop);
      return new Promise<Reservation>((resolve, reject) => {
        const ahead = line.waiting.filter((each) => rank[each.priority] <= rank[priority]);
        line.waiting.splice(ahead.length, 0, {
          priority,
          cost,
          deadline: now() + longestWait[priority],
          isNew: true,
          grant: () => resolve(grant(line, cost)),
          refuse: reject,
        });
        look(line);
      });
    },
    pause(shop, milliseconds) {
      void change(lineOf(shop), (bucket) => pause(bucket, now() + milliseconds));
    },
    costOf: (operation, expected) => costs.get(operation) ?? expected,
    learnCost(operation, requested) {
      costs.set(operation, requested);
    },
  };
}

function leave(line: Line, waiter: Waiting): Waiting {
  line.waiting.splice(line.waiting.indexOf(waiter), 1);
  return waiter;
}

function throttled(milliseconds: number): GatewayFault {
  return new GatewayFault('throttled', 'The shop has used up its Admin API points for now.', {
    retryAfterMs: Math.max(milliseconds, 1000),
  });
}
