import { expect, it } from 'vitest';
import { createRecentWebhooks } from '../../web/storage/recent-webhooks.ts';
import { shop } from '../support/order-record.ts';
import { other, webhook } from '../support/storage-samples.ts';

it('forgets a delivery that failed, so that the next one is stored', async () => {
  const recent = createRecentWebhooks();
  const failing = Promise.reject(new Error('the disk is full'));
  recent.expect(webhook('w-1'), failing);
  await expect(recent.first(webhook('w-1'))).rejects.toThrow('full');
  expect(recent.first(webhook('w-1'))).toBeUndefined();
});

it('gives an envelope once, and none of another shop', () => {
  const recent = createRecentWebhooks();
  const { envelope } = webhook('w-1');
  recent.keep(7, envelope);
  expect(recent.take(other, 7)).toBeNull();
  expect(recent.take(shop, 7)).toBe(envelope);
  expect(recent.take(shop, 7)).toBeNull();
});

it('keeps the youngest, and no long one', () => {
  const recent = createRecentWebhooks();
  const envelope = { ...webhook('w-1').envelope, body: 'x'.repeat(32_000) };
  for (let id = 0; id < 251; id += 1) recent.keep(id, envelope);
  expect(recent.take(shop, 0)).toBeNull();
  expect(recent.take(shop, 250)).toBe(envelope);
  // What was taken makes room again.
  recent.keep(251, envelope);
  expect(recent.take(shop, 1)).toBe(envelope);
  recent.keep(300, { ...envelope, body: 'x'.repeat(40_000) });
  expect(recent.take(shop, 300)).toBeNull();
});

it('knows nothing of a shop that was erased', () => {
  const recent = createRecentWebhooks();
  recent.expect(webhook('w-1'), Promise.resolve('stored'));
  recent.keep(1, webhook('w-1').envelope);
  recent.forget(shop);
  expect(recent.first(webhook('w-1'))).toBeUndefined();
  expect(recent.take(shop, 1)).toBeNull();
});
