import { GatewayFault } from '../usecases/ports/shopify-port.ts';
import type { Task } from '../usecases/ports/storage-port.ts';

export interface Retry {
  /** Epoch milliseconds. */
  readonly runAt: number;
  readonly failed: boolean;
  /** Now people are told (an action ends as failed, a hold as "cannot hold"), tried again or not. */
  readonly told: boolean;
  /** Waiting for somebody else (a throttle, a token) uses up no try. */
  readonly uncounted: boolean;
  /** For the failures page: a code, never what an error message may quote. */
  readonly error: string;
}

const second = 1_000;
const minute = 60 * second;
const mostAttempts = 12;
/** A fault of Shopify's is not ours: after it was told, the work goes on for about a day. */
const mostAttemptsAtShopify = 300;

/** 1 s, 2 s, 4 s … at most 5 minutes: twelve tries span about half an hour. */
const backOff = (attempts: number) => Math.min(5 * minute, second * 2 ** (attempts - 1));

/** When a piece of work that threw comes again, if it does. Pure. */
export function retryAfter(task: Task, error: unknown, now: number): Retry {
  if (!(error instanceof GatewayFault)) return counted(task, now, describe(error));
  switch (error.kind) {
    case 'throttled':
      return wait(now + (error.retryAfterMs ?? second), error.kind);
    case 'no-token':
      return wait(now + 60 * minute, error.kind);
    case 'shop-unavailable':
      return wait(now + 15 * minute, `${error.kind} ${error.away ?? ''}`.trim());
    case 'denied':
      return { ...wait(now, `denied ${error.scope ?? ''}`.trim()), failed: true, told: true };
    case 'transient':
    case 'outcome-unknown':
      return counted(task, now, error.kind, mostAttemptsAtShopify);
  }
}

const wait = (runAt: number, error: string): Retry => ({
  runAt,
  failed: false,
  told: false,
  uncounted: true,
  error,
});

const counted = (task: Task, now: number, error: string, most = mostAttempts): Retry => ({
  runAt: now + backOff(task.attempts),
  failed: task.attempts >= most,
  told: task.attempts === mostAttempts,
  uncounted: false,
  error,
});

/** Names and codes only: messages of database errors quote values. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`;
}
