import type { ListOrdersAnswer, ListOrdersQuery, OrderDetail } from '../../contract/orders.ts';
import type { PaymentNamesAnswer } from '../../contract/today.ts';
import { presentContact } from '../contact/contact-dto.ts';
import type { Deps } from '../deps.ts';
import { giftCardUse } from '../judging/gift-card-use.ts';
import { searchKeys } from '../judging/order-keys.ts';
import { presentMatches } from '../lists/list-matches.ts';
import type { OrderFilter, OrderRecord } from '../ports/storage-port.ts';
import { presentCase, presentSnoozes } from '../queue/present-case.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { presentCard } from './present-card.ts';
import { presentDetail, presentOrder } from './present-order.ts';

const auditShown = 200;

export async function listOrders(
  deps: Deps,
  caller: Caller,
  query: ListOrdersQuery,
): Promise<Answer<ListOrdersAnswer>> {
  const { q, ...rest } = query;
  const { orders, nextCursor } = await find(deps, caller.shop, rest, q);
  return { ok: true, value: { orders: await presentAll(deps, caller, orders), nextCursor } };
}

/** An order name's prefix first (with or without #); else an exact e-mail, phone, zip or name. */
async function find(
  deps: Deps,
  shop: string,
  filter: Omit<OrderFilter, 'name' | 'keys'>,
  q?: string,
) {
  const { orders } = deps.storage.read;
  // PostgreSQL refuses a NUL in a text.
  const text = q?.normalize('NFKC').replaceAll('\u0000', '').trim() ?? '';
  if (text === '') return orders.list(shop, filter);
  if (/^[^\s@]{1,30}$/.test(text)) {
    for (const name of new Set([text, text.startsWith('#') ? text : `#${text}`])) {
      const byName = await orders.list(shop, { ...filter, name });
      if (byName.orders.length > 0) return byName;
    }
  }
  const keys = searchKeys(text);
  if (keys.length === 0) return { orders: [], nextCursor: null };
  return orders.list(shop, { ...filter, keys });
}

export async function presentAll(deps: Deps, caller: Caller, orders: readonly OrderRecord[]) {
  const open = await deps.storage.read.cases.openAmong(
    caller.shop,
    orders.map((order) => order.id),
  );
  return orders.map((order) =>
    presentOrder(order, { locale: caller.locale, hasOpenCase: open.has(order.id) }),
  );
}

export async function getOrder(
  deps: Deps,
  caller: Caller,
  orderId: string,
): Promise<Answer<OrderDetail>> {
  const { orders, actions, audit, cases } = deps.storage.read;
  const order = await orders.load(caller.shop, orderId);
  if (order === null) return { ok: false, code: 'not_found' };
  const lines = await audit.ofOrder(caller.shop, orderId, auditShown);
  const snoozes = await presentSnoozes(deps, order);
  const value = presentDetail(order, {
    locale: caller.locale,
    actions: await actions.ofOrder(caller.shop, orderId),
    audit: lines,
    openCase: await cases.openCase(caller.shop, orderId),
    lists: await presentMatches(deps.storage.read, order, deps.now()),
    giftCards: await giftCardUse(deps.storage.read, order),
    contact: await presentContact(deps, order),
    queueCase: await presentCase(deps.storage.read, order, lines, snoozes),
    snoozes,
  });
  const card = presentCard(order, await deps.storage.read.shops.settings(caller.shop));
  return { ok: true, value: { ...value, card } };
}

export async function paymentNames(deps: Deps, caller: Caller): Promise<PaymentNamesAnswer> {
  const names = await deps.storage.read.shops.paymentNames(caller.shop);
  return {
    names: names.map(({ lastSeenAt, ...rest }) => ({
      ...rest,
      lastSeenAt: new Date(lastSeenAt).toISOString(),
    })),
  };
}
