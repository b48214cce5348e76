import type { Storm } from '../../web/standin/fault-storm.ts';

type Weather = Storm['faults'];

/** Nothing was done, whatever was asked. */
const before: Weather = [
  { fault: { kind: 'throttled' } },
  { fault: { kind: 'too-many', retryAfterSeconds: 2 } },
  { fault: { kind: 'too-many', retryAfterSeconds: null } },
  { fault: { kind: 'server-error', status: 500 } },
  { fault: { kind: 'server-error', status: 502 } },
  { fault: { kind: 'server-error', status: 503 } },
  { fault: { kind: 'html' } },
  { fault: { kind: 'internal-error' } },
  { fault: { kind: 'silent' } },
  { fault: { kind: 'reset-before' } },
  { fault: { kind: 'unauthorized' } },
  { fault: { kind: 'locked' } },
  { fault: { kind: 'frozen' } },
];

/** The mutation was done and its answer lost, or turned into "that is done already". */
const after: Weather = [
  { fault: { kind: 'server-error', status: 504, done: true }, only: 'mutation' },
  { fault: { kind: 'html', done: true }, only: 'mutation' },
  { fault: { kind: 'internal-error', done: true }, only: 'mutation' },
  { fault: { kind: 'silent', done: true }, only: 'mutation' },
  { fault: { kind: 'reset-after' }, only: 'mutation' },
  { fault: { kind: 'half-data' }, only: 'mutation' },
  ...['ApplyEffects', 'CancelOrder', 'VoidAuthorization', 'CaptureAuthorization'].map(
    (operation) => ({ fault: { kind: 'twice' }, operation }) as const,
  ),
];

/** Answers with holes in them. */
const half: Weather = [
  { fault: { kind: 'half-data', field: 'customer' }, only: 'query' },
  { fault: { kind: 'half-data', field: 'customer', internal: true }, only: 'query' },
  { fault: { kind: 'half-data', field: 'transactions', internal: true }, only: 'query' },
];

const tokens: Weather = [
  { fault: { kind: 'server-error', status: 502 }, only: 'token' },
  { fault: { kind: 'unauthorized' }, only: 'token' },
  { fault: { kind: 'locked' }, only: 'token' },
  { fault: { kind: 'html' }, only: 'token' },
  { fault: { kind: 'reset-after' }, only: 'token' },
];

/** Every fault that Shopify and the way to it are known for, all at once. @param share 0 to 1 */
export const everyFault = (seed: number, share: number): Storm => ({
  seed,
  share,
  faults: [...before, ...after, ...half, ...tokens],
});
