import { describe, expect, it } from 'vitest';
import { disputesOf, refusalsOf } from '../../web/risk/customer-history.ts';
import { historyOf } from '../../web/usecases/judging/order-history.ts';
import { endedWell, endingOf, toldOutcome } from '../../web/usecases/judging/order-outcome-kind.ts';
import type { DisputeSnapshot } from '../../web/usecases/judging/order-snapshot.ts';
import type { OrderRecord } from '../../web/usecases/ports/storage-port.ts';
import { evidenceWith } from '../risk/support/evidence.ts';
import { facts, orderRecord, snapshot } from '../support/order-record.ts';

const day = 86_400_000;
const at = Date.parse('2026-11-20T01:00:00Z');
const ago = (days: number) => new Date(at - days * day).toISOString();
const customer = { gid: 'gid://shopify/Customer/1', numberOfOrders: null, createdAt: null };
const dispute = (change: Partial<DisputeSnapshot> = {}): DisputeSnapshot => ({
  gid: 'gid://shopify/ShopifyPaymentsDispute/1',
  type: 'CHARGEBACK',
  status: 'NEEDS_RESPONSE',
  at: ago(1),
  evidenceDueBy: null,
  amount: null,
  reason: null,
  ...change,
});
const outcome = (kind: 'refused' | 'unclaimed' | 'fraud' | 'delivered') => ({
  kind,
  at,
  byId: '7',
  by: '例示',
  note: null,
  loss: null,
});

type Past = { days: number; record?: Partial<OrderRecord>; email?: string; country?: string };

/** An earlier order of the same customer. */
function row({ days, record, email, country }: Past, n: number) {
  const createdAt = ago(days);
  const itsFacts = facts({ ...(email ? { email } : {}), ipCountry: country });
  const order = orderRecord({
    facts: itsFacts,
    snapshot: snapshot({ id: String(n + 1), createdAt, customer, disputes: [] }),
    ...record,
  });
  return { order, createdAt: Date.parse(createdAt) };
}

function history(past: readonly Past[], change: Parameters<typeof facts>[0] = {}) {
  const order = orderRecord({
    id: '9001',
    facts: facts(change),
    snapshot: snapshot({ id: '9001', createdAt: ago(0), customer }),
  });
  return historyOf(order, past.map(row));
}

const withSnapshot = (days: number, change: Parameters<typeof snapshot>[0]): Past => ({
  days,
  record: { snapshot: snapshot({ id: String(days), createdAt: ago(days), customer, ...change }) },
});

describe('parcels that came back', () => {
  it('count for two years, whether refused or unclaimed', () => {
    const past = (days: number, kind: 'refused' | 'unclaimed' | 'delivered') => ({
      days,
      record: { outcome: outcome(kind) },
    });
    const refusals = (...rows: Past[]) => refusalsOf(evidenceWith({ history: history(rows) }));
    expect(refusals(past(30, 'refused'), past(700, 'unclaimed'))).toBe(2);
    expect(refusals(past(740, 'refused'), past(30, 'delivered'))).toBe(0);
    expect(refusals()).toBe(0);
  });
});

describe('chargebacks', () => {
  const disputed = (days: number, change: Partial<DisputeSnapshot> = {}) =>
    withSnapshot(days, { disputes: [dispute(change)] });

  it.each([
    ['not answered yet', {}, 1],
    ['lost', { status: 'LOST' }, 1],
    ['accepted', { status: 'ACCEPTED' }, 1],
    ['won', { status: 'WON' }, 0],
    ['prevented', { status: 'PREVENTED' }, 0],
    ['an inquiry', { type: 'INQUIRY' as const }, 0],
    ['of a type that nobody told', { type: null }, 0],
  ])('%s', (_name, change, expected) => {
    expect(history([disputed(30, change)]).disputes).toBe(expected);
  });

  it('count for two years', () => {
    const disputes = (...rows: Past[]) => disputesOf(evidenceWith({ history: history(rows) }));
    expect(disputes(disputed(740))).toBe(0);
    expect(disputes(disputed(700))).toBe(1);
  });

  it('are unknown where Shopify did not tell, and known again with the first that it tells', () => {
    const untold = withSnapshot(30, { disputes: undefined });
    expect(history([untold]).disputes).toBeUndefined();
    expect(history([untold, disputed(40)]).disputes).toBe(1);
  });
});

describe('an e-mail address', () => {
  const other = 'reidai-mae@example.jp';

  it('is new where the same customer used another one before', () => {
    expect(history([{ days: 200, email: other }]).recentEmailChange).toBe(true);
  });

  it('is new for thirty days from its first order', () => {
    const old = { days: 200, email: other };
    expect(history([{ days: 20 }, old]).recentEmailChange).toBe(true);
    expect(history([{ days: 40 }, old]).recentEmailChange).toBe(false);
  });

  it('is not new where it is the first, in any spelling, or was used all along', () => {
    expect(history([{ days: 200 }]).recentEmailChange).toBe(false);
    expect(history([{ days: 200, email: 'REIDAI-Tanaka@example.jp' }]).recentEmailChange).toBe(
      false,
    );
    expect(history([{ days: 5, email: other }, { days: 200 }]).recentEmailChange).toBe(false);
  });

  it('is unknown without an earlier order or an address', () => {
    expect(history([]).recentEmailChange).toBeUndefined();
    expect(history([{ days: 200 }], { email: null }).recentEmailChange).toBeUndefined();
  });
});

describe('the country of the network', () => {
  it('is new where every earlier order came from another', () => {
    const past = [{ days: 9, country: 'JP' }];
    expect(history(past, { ipCountry: 'VN' }).newIpCountry).toBe(true);
    expect(history(past, { ipCountry: 'JP' }).newIpCountry).toBe(false);
  });

  it('is unknown where either is not known', () => {
    expect(history([{ days: 9 }], { ipCountry: 'VN' }).newIpCountry).toBeUndefined();
    expect(history([{ days: 9, country: 'JP' }]).newIpCountry).toBeUndefined();
  });
});

describe('how an order ended', () => {
  const shipped = { financialStatus: 'PAID', fulfillmentStatus: 'FULFILLED' };
  const order = (change: Parameters<typeof snapshot>[0], record: Partial<OrderRecord> = {}) =>
    orderRecord({ snapshot: snapshot(change), ...record });

  it.each<[string, OrderRecord, string]>([
    ['open', order({}), 'open'],
    ['shipped and paid', order(shipped), 'shipped'],
    ['delivered, as staff said', order(shipped, { outcome: outcome('delivered') }), 'good'],
    ['refused', order(shipped, { outcome: outcome('refused') }), 'refused'],
    [
      'a chargeback after delivery',
      order({ ...shipped, disputes: [dispute()] }, { outcome: outcome('delivered') }),
      'dispute',
    ],
    [
      'fraud, whatever else',
      order({ ...shipped, disputes: [dispute()] }, { outcome: outcome('fraud') }),
      'fraud',
    ],
    ['cancelled as fraud', order({ cancelledAt: ago(1), cancelReason: 'FRAUD' }), 'fraud'],
    [
      'a cancelled test',
      order({ cancelledAt: ago(1), cancelReason: 'FRAUD', test: true }),
      'other',
    ],
    [
      'cancelled by the customer',
      order({ cancelledAt: ago(1), cancelReason: 'CUSTOMER' }),
      'other',
    ],
    ['refunded', order({ ...shipped, financialStatus: 'REFUNDED' }), 'other'],
  ])('%s', (_name, record, ending) => {
    expect(endingOf(record)).toBe(ending);
  });

  it('is good two weeks after it was placed, when it was paid and sent and nobody complained', () => {
    const record = order({ ...shipped, createdAt: ago(0) });
    expect(endedWell(record, at + 13 * day)).toBe(false);
    expect(endedWell(record, at + 14 * day)).toBe(true);
    expect(endedWell(order({ createdAt: ago(99) }), at)).toBe(false);
  });

  it('is told in a person’s words before Shopify’s', () => {
    const cancelled = { cancelledAt: ago(1), cancelReason: 'FRAUD' };
    expect(toldOutcome(order({}))).toBeNull();
    expect(toldOutcome(order(cancelled))).toMatchObject({ kind: 'fraud', by: null, at: at - day });
    const refused = order(cancelled, { outcome: outcome('refused') });
    expect(toldOutcome(refused)).toMatchObject({ kind: 'refused', by: '例示' });
    expect(toldOutcome(order({ disputes: [dispute()] }))).toMatchObject({
      kind: 'dispute',
      at: at - day,
    });
  });
});
