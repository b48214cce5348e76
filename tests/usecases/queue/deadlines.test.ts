import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultStaff } from '../../../web/contract/default-staff.ts';
import { addDays, isBusinessDay } from '../../../web/japan/business-days.ts';
import { parseWebhook } from '../../../web/shopify/webhook-payload.ts';
import type { TransactionSnapshot } from '../../../web/usecases/judging/order-snapshot.ts';
import { type ContactState, deadlinesOf } from '../../../web/usecases/queue/deadlines.ts';
import { localDay } from '../../../web/usecases/shop-time.ts';
import { mergeTransaction } from '../../../web/usecases/webhooks/merge-webhook.ts';
import { orderRecord, snapshot } from '../../support/order-record.ts';

const tokyo = 'Asia/Tokyo';
const { deadlines } = defaultStaff;
const iso = (ms: number) => new Date(ms).toISOString();

const authorization = (
  createdAt: string,
  change: Partial<TransactionSnapshot> = {},
): TransactionSnapshot => ({
  gid: 'gid://shopify/OrderTransaction/1',
  kind: 'AUTHORIZATION',
  status: 'SUCCESS',
  amount: { amount: 7800, currency: 'JPY' },
  parentGid: null,
  gateway: 'shopify_payments',
  manual: false,
  createdAt,
  ...change,
});

function of(
  createdAt: string,
  options: {
    transactions?: TransactionSnapshot[];
    contact?: ContactState;
    settings?: Partial<typeof deadlines>;
    zone?: string;
    fulfillmentStatus?: string;
  } = {},
) {
  const { transactions = [], contact = null, settings = {}, zone = tokyo } = options;
  const status = options.fulfillmentStatus ?? 'UNFULFILLED';
  const order = orderRecord({
    snapshot: snapshot({ createdAt, transactions, fulfillmentStatus: status }),
  });
  return deadlinesOf(order, contact, { ...deadlines, ...settings }, zone).map((deadline) => ({
    kind: deadline.kind,
    at: iso(deadline.at),
    warnAt: iso(deadline.warnAt),
  }));
}

describe('a card’s authorization', () => {
  it('runs out after seven days, and is near from the end of day five on', () => {
    const createdAt = '2026-11-01T10:00:00+09:00';
    expect(of(createdAt, { transactions: [authorization(createdAt)] })).toEqual([
      {
        kind: 'authorization',
        at: '2026-11-08T01:00:00.000Z',
        warnAt: '2026-11-06T14:59:59.999Z',
      },
    ]);
  });

  it('runs out when Shopify says so', () => {
    const createdAt = '2026-02-25T10:00:00+09:00';
    const transactions = [authorization(createdAt, { expiresAt: '2026-03-27T10:00:00+09:00' })];
    expect(of(createdAt, { transactions })[0]).toMatchObject({
      at: '2026-03-27T01:00:00.000Z',
      warnAt: '2026-03-25T14:59:59.999Z',
    });
  });

  it('is that of the oldest that is still there, and none once it is captured or voided', () => {
    const older = authorization('2026-11-01T10:00:00+09:00');
    const newer = authorization('2026-11-03T10:00:00+09:00', { gid: 'newer' });
    const voided = authorization('2026-11-02T00:00:00Z', {
      gid: 'void',
      kind: 'VOID',
      parentGid: older.gid,
    });
    const createdAt = '2026-11-01T10:00:00+09:00';
    const both = of(createdAt, { transactions: [newer, older] });
    expect(both[0]?.at).toBe('2026-11-08T01:00:00.000Z');
    const one = of(createdAt, { transactions: [newer, older, voided] });
    expect(one[0]?.at).toBe('2026-11-10T01:00:00.000Z');
    expect(of(createdAt, { transactions: [older, voided] })).toEqual([]);
  });

  it('never warns after its end, however the shop has set the days', () => {
    const createdAt = '2026-11-01T10:00:00+09:00';
    const transactions = [authorization(createdAt)];
    const settings = { authorizationDays: 3, authorizationWarnDay: 9 };
    const [deadline] = of(createdAt, { transactions, settings });
    expect(deadline).toMatchObject({
      at: '2026-11-04T01:00:00.000Z',
      warnAt: '2026-11-04T01:00:00.000Z',
    });
  });

  it('counts hours, not days of the clock, over a change to summer time', () => {
    const createdAt = '2026-03-05T10:00:00-05:00';
    const zone = 'America/New_York';
    expect(of(createdAt, { transactions: [authorization(createdAt)], zone })[0]).toMatchObject({
      at: '2026-03-12T15:00:00.000Z',
      warnAt: '2026-03-11T03:59:59.999Z',
    });
  });

  it('counts from the order where a webhook had no time of its own', () => {
    const createdAt = '2026-11-01T10:00:00+09:00';
    const transactions = [authorization('1970-01-01T00:00:00Z')];
    expect(of(createdAt, { transactions })[0]?.at).toBe('2026-11-08T01:00:00.000Z');
  });

  it('keeps the end that a webhook told', () => {
    const known = snapshot({ transactions: [authorization('2026-11-01T01:00:00Z')] });
    const body = {
      id: 1,
      order_id: 1001,
      kind: 'authorization',
      status: 'success',
      amount: '7800',
      currency: 'JPY',
      created_at: '2026-11-01T01:00:00Z',
      authorization_expires_at: '2026-12-01T01:00:00Z',
    };
    const payload = parseWebhook('order_transactions/create', JSON.stringify(body));
    if (payload.kind !== 'transaction') throw new Error('not read as a transaction');
    const told = mergeTransaction(known, payload.transaction);
    expect(told.transactions[0]?.expiresAt).toBe('2026-12-01T01:00:00Z');
    const again = mergeTransaction(told, {
      ...payload.transaction,
      status: 'PENDING',
      expiresAt: null,
    });
    expect(again.transactions[0]?.expiresAt).toBe('2026-12-01T01:00:00Z');
  });
});

describe('the promised ship date', () => {
  const ship = (createdAt: string, days: number, settings = {}, zone = tokyo) =>
    of(createdAt, { settings: { shipDays: days, ...settings }, zone })[0];

  it.each([
    // The evening of Thursday 30 April, in the middle of Golden Week.
    ['2026-04-30T23:30:00+09:00', 2, tokyo, '2026-05-07T23:59:59.999+09:00'],
    ['2026-12-30T12:00:00+09:00', 2, tokyo, '2027-01-04T23:59:59.999+09:00'],
    ['2026-01-30T12:00:00+09:00', 1, tokyo, '2026-02-02T23:59:59.999+09:00'],
    ['2028-02-28T12:00:00+09:00', 1, tokyo, '2028-02-29T23:59:59.999+09:00'],
    // 00:30 in Tokyo is the day before in New York: the shop's own day counts.
    ['2026-11-06T00:30:00+09:00', 1, tokyo, '2026-11-09T23:59:59.999+09:00'],
    ['2026-11-06T00:30:00+09:00', 1, 'America/New_York', '2026-11-06T23:59:59.999-05:00'],
    // The day is 25 hours long in New York, 23 in Berlin, 24½ on Lord Howe.
    ['2026-10-30T12:00:00-04:00', 1, 'America/New_York', '2026-11-02T23:59:59.999-05:00'],
    ['2026-03-27T12:00:00+01:00', 1, 'Europe/Berlin', '2026-03-30T23:59:59.999+02:00'],
    ['2026-04-03T12:00:00+11:00', 1, 'Australia/Lord_Howe', '2026-04-06T23:59:59.999+10:30'],
    ['2026-11-06T12:00:00+14:00', 1, 'Pacific/Kiritimati', '2026-11-09T23:59:59.999+14:00'],
  ])('of an order of %s, %i business days, in %s is %s', (createdAt, days, zone, expected) => {
    expect(ship(createdAt, days, {}, zone)?.at).toBe(iso(Date.parse(expected)));
  });

  it('ends on a day that changes its clock, and is near from its first moment on', () => {
    const sundays = { restDays: [1], holidaysOff: false };
    const zone = 'America/New_York';
    expect(ship('2026-10-31T12:00:00-04:00', 1, sundays, zone)).toEqual({
      kind: 'ship',
      at: iso(Date.parse('2026-11-01T23:59:59.999-05:00')),
      warnAt: iso(Date.parse('2026-11-01T00:00:00-04:00')),
    });
  });

  it('is no deadline where nothing was promised', () => {
    expect(of('2026-11-06T12:00:00+09:00')).toEqual([]);
  });
});

describe('the buyer’s answer', () => {
  const nextAt = Date.parse('2026-11-25T23:59:59.999+09:00');

  it('is due while the shop waits for it', () => {
    expect(of('2026-11-20T12:00:00+09:00', { contact: { stage: 'asked', nextAt } })).toEqual([
      { kind: 'reply', at: iso(nextAt), warnAt: '2026-11-24T15:00:00.000Z' },
    ]);
  });

  it('is not due before anybody asked, nor after it came', () => {
    for (const stage of ['none', 'called', 'decide', 'answered'] as const) {
      expect(of('2026-11-20T12:00:00+09:00', { contact: { stage, nextAt } })).toEqual([]);
    }
    const contact = { stage: 'asked', nextAt: null } as const;
    expect(of('2026-11-20T12:00:00+09:00', { contact })).toEqual([]);
  });
});

describe('all deadlines of an order', () => {
  it('stand nearest first', () => {
    const createdAt = '2026-11-20T12:00:00+09:00';
    const nextAt = Date.parse('2026-11-23T00:00:00Z');
    const all = of(createdAt, {
      transactions: [authorization(createdAt)],
      contact: { stage: 'reminded', nextAt },
      settings: { shipDays: 3 },
    });
    expect(all.map(({ kind }) => kind)).toEqual(['reply', 'ship', 'authorization']);
  });

  it('are gone when the order has shipped', () => {
    const createdAt = '2026-11-20T12:00:00+09:00';
    const settings = { shipDays: 3 };
    expect(of(createdAt, { settings, fulfillmentStatus: 'FULFILLED' })).toEqual([]);
  });

  it('fall on business days only, and never earlier for a later order', () => {
    const zones = ['Asia/Tokyo', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe'];
    const instants = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2030-01-01') });
    const later = fc.nat({ max: 10 * 86_400_000 });
    const daysOff = [0, 1, 2, 3, 4].map((n) => addDays('2026-12-28', n));
    fc.assert(
      fc.property(
        instants,
        later,
        fc.nat({ max: 10 }),
        fc.constantFrom(...zones),
        (start, more, shipDays, zone) => {
          const settings = { ...deadlines, shipDays, daysOff };
          const end = (at: number) => {
            const order = orderRecord({ snapshot: snapshot({ createdAt: iso(at) }) });
            return deadlinesOf(order, null, settings, zone)[0]?.at ?? 0;
          };
          expect(isBusinessDay(localDay(end(start), zone), settings)).toBe(true);
          expect(end(start)).toBeGreaterThan(start);
          expect(end(start + more)).toBeGreaterThanOrEqual(end(start));
        },
      ),
      { numRuns: 300 },
    );
  });
});
