import { describe, expect, it } from 'vitest';
import {
  type Fetch,
  orderIdOf,
  readOrder,
} from '../../extensions/order-risk-block/src/read-order.ts';
import { appLink, riskView } from '../../extensions/order-risk-block/src/risk-view.ts';
import type { SignalDto } from '../../web/contract/orders.ts';

type ShownOrder = Parameters<typeof riskView>[0];

const signal = (id: string, change: Partial<SignalDto> = {}): SignalDto => ({
  id,
  outcome: 'hit',
  points: 10,
  because: '',
  name: id,
  caution: '',
  counted: true,
  ...change,
});

const order: ShownOrder = {
  id: '6123',
  level: 'high',
  state: 'held',
  reasons: ['代引き', '携帯のみ', 'フリーメール'],
  signals: [signal('a'), signal('b'), signal('c'), signal('d')],
  cannotHold: null,
  wouldHold: false,
};

describe('the risk block', () => {
  it('shows the level, the state and the reasons as the app words them', () => {
    expect(riskView(order)).toEqual({
      level: { key: 'level.high', tone: 'critical' },
      state: { key: 'state.held', tone: 'caution' },
      reasons: ['代引き', '携帯のみ', 'フリーメール'],
      more: 1,
      cannotHold: false,
      href: 'app:orders/6123',
    });
  });

  it('never shows more than three reasons, and counts only alarming ones', () => {
    const signals = [
      ...['a', 'b', 'c', 'd', 'e'].map((id) => signal(id)),
      signal('repeat-good-customer', { points: -10 }),
      signal('cvv', { outcome: 'unknown', points: 0 }),
    ];
    const view = riskView({ ...order, reasons: ['1', '2', '3', '4'], signals });
    expect(view.reasons).toEqual(['1', '2', '3']);
    expect(view.more).toBe(2);
  });

  it('has nothing to add when nothing stood out', () => {
    const view = riskView({ ...order, level: 'normal', reasons: [], signals: [] });
    expect(view).toMatchObject({ reasons: [], more: 0, level: { tone: 'neutral' } });
  });

  it('says that a hold is on its way, rather than that it is there', () => {
    const view = riskView({ ...order, cannotHold: 'waiting' });
    expect(view).toMatchObject({ state: { key: 'state.waitingToHold' }, cannotHold: false });
  });

  it('warns when the hold will not come', () => {
    const view = riskView({ ...order, state: 'open', cannotHold: 'shipped' });
    expect(view.cannotHold).toBe(true);
  });

  it('tells in observe mode what would have been held', () => {
    const view = riskView({ ...order, state: 'open', wouldHold: true });
    expect(view.state.key).toBe('state.wouldHold');
    expect(riskView({ ...order, state: 'cancelled', wouldHold: true }).state.key).toBe(
      'state.cancelled',
    );
  });
});

describe('the order that Shopify admin names', () => {
  it('is read from its global id, digit by digit', () => {
    expect(orderIdOf([{ id: 'gid://shopify/Order/9007199254740993' }])).toBe('9007199254740993');
    expect(orderIdOf([{ id: 'gid://shopify/DraftOrder/1' }])).toBeNull();
    expect(orderIdOf([])).toBeNull();
    expect(appLink('12')).toBe('app:orders/12');
  });
});

describe('reading the order from the app', () => {
  const answering =
    (status: number, body: string): Fetch =>
    async () =>
      new Response(body, { status });

  it('asks relative to the app, in the language of the block', async () => {
    const asked: [string, RequestInit][] = [];
    const send: Fetch = async (url, init) => {
      asked.push([url, init]);
      return new Response(JSON.stringify(order));
    };
    expect(await readOrder('6123', 'ja', send)).toEqual({ kind: 'judged', order });
    expect(asked[0]?.[0]).toBe('/api/orders/6123');
    expect(new Headers(asked[0]?.[1].headers).get('accept-language')).toBe('ja');
  });

  it.each([
    [404, 'not-judged'],
    [401, 'sign-in'],
    [403, 'sign-in'],
    [500, 'failed'],
    [503, 'failed'],
  ])('takes a %i for %s', async (status, kind) => {
    expect(await readOrder('1', 'ja', answering(status, '{}'))).toEqual({ kind });
  });

  it('fails calmly without a connection, without an order, and on an answer that is not JSON', async () => {
    const offline: Fetch = async () => {
      throw new TypeError('Failed to fetch');
    };
    expect(await readOrder('1', 'ja', offline)).toEqual({ kind: 'failed' });
    expect(await readOrder(null, 'ja', offline)).toEqual({ kind: 'failed' });
    expect(await readOrder('1', 'ja', answering(200, '<html>'))).toEqual({ kind: 'failed' });
  });
});
