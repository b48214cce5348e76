import { describe, expect, it } from 'vitest';
import { retryAfter } from '../../web/jobs/retry-policy.ts';
import { GatewayFault } from '../../web/usecases/ports/shopify-port.ts';
import type { Task } from '../../web/usecases/ports/storage-port.ts';

const now = 1_000_000;
const task = (attempts: number): Task => ({
  id: 1,
  shop: 'reidai.myshopify.com',
  kind: 'act-on-order',
  key: '1',
  subject: '1',
  priority: 'order',
  attempts,
  createdAt: now,
});

describe('when work that did not succeed comes again', () => {
  it('waits as long as Shopify says, and counts no try for it', () => {
    const fault = new GatewayFault('throttled', 'wait', { retryAfterMs: 2_500 });
    expect(retryAfter(task(40), fault, now)).toEqual({
      runAt: now + 2_500,
      failed: false,
      told: false,
      uncounted: true,
      error: 'throttled',
    });
  });

  it.each(['no-token', 'shop-unavailable'] as const)('waits for the shop: %s', (kind) => {
    expect(retryAfter(task(40), new GatewayFault(kind, ''), now).failed).toBe(false);
  });

  it('shows a denied scope at once instead of asking again', () => {
    const fault = new GatewayFault('denied', '', { scope: 'write_orders' });
    expect(retryAfter(task(1), fault, now)).toMatchObject({
      failed: true,
      error: 'denied write_orders',
    });
  });

  it('doubles its wait up to five minutes and tells people after twelve tries', () => {
    const fault = new GatewayFault('transient', '');
    const waits = [1, 2, 3, 10, 11].map((n) => retryAfter(task(n), fault, now).runAt - now);
    expect(waits).toEqual([1_000, 2_000, 4_000, 300_000, 300_000]);
    expect(retryAfter(task(11), fault, now).told).toBe(false);
    expect(retryAfter(task(12), fault, now).told).toBe(true);
  });

  it('outlasts a long disturbance at Shopify, but not a fault of its own', () => {
    const fault = new GatewayFault('transient', '');
    expect(retryAfter(task(200), fault, now)).toMatchObject({ failed: false, told: false });
    expect(retryAfter(task(300), fault, now).failed).toBe(true);
    expect(retryAfter(task(12), new Error('x'), now)).toMatchObject({ failed: true, told: true });
  });

  it('keeps nothing of an error message that may quote personal data', () => {
    const error = Object.assign(new Error("insert 'reidai@example.jp' failed"), { code: 'BUSY' });
    expect(retryAfter(task(1), error, now).error).toBe('Error BUSY');
    expect(retryAfter(task(1), 'reidai@example.jp', now).error).toBe('unknown error');
  });
});
