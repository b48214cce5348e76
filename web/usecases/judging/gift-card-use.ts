import type { GiftCardMoves, GiftCardUse } from '../../contract/gift-cards.ts';
import type { Money } from '../../contract/orders.ts';
import type { OrderRecord, Tables } from '../ports/storage-port.ts';
import { keysOfKind } from './order-keys.ts';
import type { TransactionSnapshot } from './order-snapshot.ts';

/** More related orders than this say nothing new to somebody who reads them through. */
const looksBack = 40;
const shown = 10;

/** Shopify's own gateways. Points of other apps are discounts, which tell nothing of their owner. */
const gateways = new Set(['gift_card', 'shopify_store_credit']);

/**
 * Gift cards and store credit in this order and in the buyer's earlier ones, read when the order is
 * looked at: refunds come after the judgement. undefined: none were seen.
 */
export async function giftCardUse(
  tables: Pick<Tables, 'orders'>,
  order: OrderRecord,
): Promise<GiftCardUse | undefined> {
  const person = keysOfKind(order.keys, ['email', 'phone', 'customer']);
  const before = { createdAt: Date.parse(order.snapshot.createdAt), id: order.id };
  const rows = await tables.orders.history(order.shop, person, before, looksBack);
  const here = movesOf(order);
  const earlier = rows
    .map(({ order: past }) => ({
      id: past.id,
      name: past.snapshot.name,
      createdAt: past.snapshot.createdAt,
      ...movesOf(past),
    }))
    .filter(hasMoves)
    .slice(0, shown);
  return hasMoves(here) || earlier.length > 0 ? { here, earlier } : undefined;
}

const hasMoves = ({ bought, used, refunded }: GiftCardMoves) =>
  bought !== null || used !== null || refunded !== null;

function movesOf({ facts, snapshot }: OrderRecord): GiftCardMoves {
  const currency = snapshot.total?.currency ?? facts.currency ?? 'JPY';
  const cards = (facts.items ?? []).filter((item) => item.isGiftCard);
  const moved = snapshot.transactions.filter(
    ({ gateway, status }) => status === 'SUCCESS' && gateways.has(gateway ?? ''),
  );
  const ofKind = (kinds: readonly string[]) =>
    sum(moved.filter((each) => kinds.includes(each.kind)));
  const price = cards.reduce((total, card) => total + (card.price ?? 0) * card.quantity, 0);
  return {
    bought: price > 0 ? { amount: price, currency } : null,
    used: ofKind(['SALE', 'CAPTURE']),
    refunded: ofKind(['REFUND']),
  };
}

/** An order's transactions are all in the shop's currency. */
function sum(transactions: readonly TransactionSnapshot[]): Money | null {
  const [first] = transactions;
  if (first === undefined) return null;
  const amount = transactions.reduce((total, each) => total + each.amount.amount, 0);
  return { amount, currency: first.amount.currency };
}
