import type { Deps } from '../deps.ts';
import type { ChangedOrder, ChangesPage } from '../ports/reconcile-port.ts';
import { GatewayFault } from '../ports/shopify-port.ts';
import { keepMissed, keepReading } from './keep-reading.ts';
import { type Need, needOf } from './needs-reading.ts';
import { nothingFound, type ReconcileCounts, sum } from './reconcile-state.ts';

/** Read together in one request; a list of orders costs what its dearest order costs. */
const ordersAReading = 25;

interface Needed extends ChangedOrder {
  readonly need: Need;
}

/**
 * One page of what changed in Shopify: what we do not know is read and kept, the newest orders first.
 * Ended half-way it is compared again: what was kept by then is known.
 * @param isLast what still cannot be read is passed over, for it must not hide all the others
 */
export async function comparePage(
  deps: Deps,
  shop: string,
  page: ChangesPage,
  newSince: number,
  isLast: boolean,
): Promise<ReconcileCounts> {
  const needed = await whatToRead(deps, shop, page.orders, newSince);
  let found = nothingFound;
  for (let from = 0; from < needed.length; from += ordersAReading) {
    found = sum(
      found,
      await readAll(deps, shop, needed.slice(from, from + ordersAReading), isLast),
    );
  }
  return found;
}

async function whatToRead(
  { storage }: Deps,
  shop: string,
  orders: readonly ChangedOrder[],
  newSince: number,
): Promise<Needed[]> {
  const { reconcile } = storage.read;
  const known = await reconcile.known(
    shop,
    orders.map(({ id }) => id),
  );
  const needed = orders.flatMap((order) => {
    const need = needOf(order, known.get(order.id), newSince);
    return need === null ? [] : [{ ...order, need }];
  });
  if (needed.length === 0) return [];
  const ids = needed.map(({ id }) => id);
  const waiting = await reconcile.waiting(shop, ids);
  const erased = await reconcile.erased(shop, ids);
  return needed
    .filter(({ id }) => !waiting.has(id) && !erased.has(id))
    .sort((a, b) => rank(a) - rank(b) || b.createdAt - a.createdAt);
}

/** Nobody has looked at a missed order at all. */
const rank = ({ need }: Needed) => (need === 'missed' ? 0 : 1);

/** Within a reading the oldest first: an order is judged by those before it. */
async function readAll(
  deps: Deps,
  shop: string,
  orders: readonly Needed[],
  isLast: boolean,
): Promise<ReconcileCounts> {
  const read = await deps.shopify.loadOrders(
    shop,
    orders.map(({ id }) => id),
  );
  let found = nothingFound;
  for (const { id, need } of orders.toReversed()) {
    const order = read.orders.get(id);
    if (order === undefined) continue;
    const keep = need === 'missed' ? keepMissed : keepReading;
    found = sum(found, await keep(deps, shop, order));
  }
  deps.wake(shop);
  if (read.unreadable.length === 0) return found;
  if (isLast) deps.log.warn({ shop, orders: read.unreadable }, 'orders could not be read');
  else throw new GatewayFault('transient', 'ReadOrders: some orders came by halves');
  return sum(found, { unreadable: read.unreadable.length });
}
