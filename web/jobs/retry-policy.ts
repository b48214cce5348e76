import { GatewayFault } from '../usecases/shopify-port.ts';
import type { Task } from '../usecases/storage-port.ts';

export interface Retry {
  /** Epoch milliseconds. */
  readonly runAt: number;
  readonly failed: boolean;
  /** Waiting for somebody else (a throttle, a token) uses up no try. */
  readonly uncounted: boolean;
  /** For the failures page: a code, never what an error message may quote. */
  readonly error: string;
}

const second = 1_000;
const minute = 60 * second;
const mostAttempts = 12;

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
      return wait(now + 15 * minute, error.kind);
    case 'denied':
      return { ...wait(now, `denied ${error.scope ?? ''}`.trim()), failed: true };
    case 'transient':
    case 'outcome-unknown':
      return counted(task, now, error.kind);
  }
}

const wait = (runAt: number, error: string): Retry => ({
  runAt,
  failed: false,
  uncounted: true,
  error,
});

const counted = (task: Task, now: number, error: string): Retry => ({
  runAt: now + backOff(task.attempts),
  failed: task.attempts >= mostAttempts,
  uncounted: false,
  error,
});

/** Names and codes only: messages of database errors quote values. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`;
}
