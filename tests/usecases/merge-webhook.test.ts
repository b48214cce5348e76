import { describe, expect, it } from 'vitest';
import { moneyState } from '../../web/usecases/actions/money-plan.ts';
import { freshest, mergeOrder } from '../../web/usecases/webhooks/merge-webhook.ts';
import { facts, orderRecord } from '../support/order-record.ts';

const record = orderRecord();
const later = new Date(Date.parse(record.snapshot.updatedAt) + 1_000).toISOString();
const transaction = (gid: string, kind: string, status: string, parentGid: string | null) => ({
  gid,
  kind,
  status,
  parentGid,
  amount: { amount: 1_000, currency: 'JPY' },
  gateway: 'shopify_payments',
  manual: false,
  createdAt: later,
});

describe('an order that was read, beside what webhooks wrote meanwhile', () => {
  it('counts only where it is not older than what is stored', () => {
    const cancelled = { ...record.snapshot, updatedAt: later, cancelledAt: later };
    const stored = { ...record, snapshot: cancelled };
    expect(freshest(stored, record)).toBe(stored);
    expect(freshest(record, { facts: facts(), snapshot: cancelled }).snapshot.cancelledAt).toBe(
      later,
    );
  });

  it('keeps a transaction that the answer did not have yet, and a cancelled order’s facts', () => {
    const paid = transaction('gid://t/2', 'AUTHORIZATION', 'SUCCESS', null);
    const stored = { ...record, snapshot: { ...record.snapshot, transactions: [paid] } };
    const read = { ...record.snapshot, transactions: [], cancelledAt: later };
    const merged = freshest(stored, { facts: { ...facts(), total: 0 }, snapshot: read });
    expect(merged.snapshot.transactions).toEqual([paid]);
    expect(merged.facts).toBe(record.facts);
  });
});

const told = {
  gid: record.snapshot.gid,
  createdAt: record.snapshot.createdAt,
  updatedAt: later,
  cancelledAt: null,
  closedAt: null,
  cancelReason: null,
  financialStatus: null,
  fulfillmentStatus: null,
  test: false,
  tags: [],
  facts: facts(),
};

it('a cancelled order stays cancelled, whatever was said in the same second', () => {
  const over = { updatedAt: later, cancelledAt: later, cancelReason: 'FRAUD' };
  const stored = { ...record, snapshot: { ...record.snapshot, ...over } };
  expect(mergeOrder(stored.snapshot, told)).toMatchObject(over);
  const read = { facts: facts(), snapshot: { ...record.snapshot, updatedAt: later } };
  expect(freshest(stored, read)).toBe(stored);
});

it('a shipment that was taken back makes the order unshipped again', () => {
  const shipped = { ...record.snapshot, fulfillmentStatus: 'FULFILLED' };
  expect(mergeOrder(shipped, told).fulfillmentStatus).toBe('UNFULFILLED');
  const held = { ...record.snapshot, fulfillmentStatus: 'ON_HOLD' };
  expect(mergeOrder(held, told).fulfillmentStatus).toBe('ON_HOLD');
});

it('an authorization whose capture is pending is captured by nobody a second time', () => {
  const authorization = transaction('gid://t/1', 'AUTHORIZATION', 'SUCCESS', null);
  const withCapture = (status: string) =>
    moneyState({
      ...record.snapshot,
      transactions: [authorization, transaction('gid://t/2', 'CAPTURE', status, 'gid://t/1')],
    }).voidable;
  expect(withCapture('PENDING')).toEqual([]);
  expect(withCapture('FAILURE')).toEqual([authorization]);
});
