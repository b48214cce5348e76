import { describe, expect, it } from 'vitest';
import { giftCardUse } from '../../web/usecases/judging/gift-card-use.ts';
import type { TransactionSnapshot } from '../../web/usecases/judging/order-snapshot.ts';
import type { OrderTable } from '../../web/usecases/ports/order-port.ts';
import type { OrderRecord } from '../../web/usecases/ports/storage-port.ts';
import { facts, orderRecord, shop, snapshot } from '../support/order-record.ts';

const card = (price: number, quantity = 1) => ({
  title: 'ギフトカード',
  price,
  quantity,
  isGiftCard: true,
});

const moved = (
  kind: string,
  amount: number,
  gateway = 'gift_card',
  status = 'SUCCESS',
): TransactionSnapshot => ({
  gid: `gid://shopify/OrderTransaction/${kind}${amount}`,
  kind,
  status,
  amount: { amount, currency: 'JPY' },
  parentGid: null,
  gateway,
  manual: false,
  createdAt: '2026-11-20T01:00:00Z',
});

const order = (id: string, transactions: TransactionSnapshot[] = [], items = [card(0)]) =>
  orderRecord({ id, facts: facts({ id, items }), snapshot: snapshot({ id, transactions }) });

async function use(here: OrderRecord, earlier: OrderRecord[]) {
  const asked: unknown[] = [];
  const history: OrderTable['history'] = async (...question) => {
    asked.push(question);
    return earlier.map((past) => ({ order: past, createdAt: 0 }));
  };
  const found = await giftCardUse({ orders: { history } as OrderTable }, here);
  return { found, asked };
}

const none = { bought: null, used: null, refunded: null };
const yen = (amount: number) => ({ amount, currency: 'JPY' });

describe('gift cards and store credit of one buyer', () => {
  it('are absent where none was moved', async () => {
    const paid = order('1', [moved('SALE', 5000, 'shopify_payments')]);
    expect((await use(order('2'), [paid])).found).toBeUndefined();
  });

  it('bought here are summed, other goods are not', async () => {
    const items = [card(5000, 2), card(3000), { ...card(700), isGiftCard: false }];
    const { found } = await use(order('2', [], items), []);
    expect(found).toEqual({ here: { ...none, bought: yen(13_000) }, earlier: [] });
  });

  it('used and paid back are told apart; what failed did not happen', async () => {
    const here = order('2', [
      moved('SALE', 4000),
      moved('SALE', 500, 'shopify_store_credit'),
      moved('SALE', 9000, 'gift_card', 'FAILURE'),
      moved('REFUND', 1500),
      moved('SALE', 7000, 'shopify_payments'),
    ]);
    const { found } = await use(here, []);
    expect(found?.here).toEqual({ bought: null, used: yen(4500), refunded: yen(1500) });
  });

  it('of earlier orders are listed, those without are not', async () => {
    const { found } = await use(order('9'), [
      order('3', [moved('REFUND', 2000)]),
      order('2'),
      order('1', [], [card(10_000)]),
    ]);
    expect(found?.here).toEqual(none);
    expect(found?.earlier).toEqual([
      { id: '3', name: '#3', createdAt: '2026-11-20T01:00:00Z', ...none, refunded: yen(2000) },
      { id: '1', name: '#1', createdAt: '2026-11-20T01:00:00Z', ...none, bought: yen(10_000) },
    ]);
  });

  it('are looked for under the person only, in the order’s own shop', async () => {
    const here = order('2');
    const { asked } = await use(here, []);
    const person = here.keys.filter((key) => /^(?:email|phone|customer):/.test(key));
    expect(person).toHaveLength(2);
    expect(asked).toEqual([[shop, person, { createdAt: expect.any(Number), id: '2' }, 40]]);
  });
});
