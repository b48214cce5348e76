import type { OrderHistory, RecentOrder } from '../risk/order-facts.ts';
import { keysOfKind } from './order-keys.ts';
import type { OrderSnapshot } from './order-snapshot.ts';
import type { HistoryRow, OrderKey, OrderRecord } from './storage-port.ts';

const hour = 3_600_000;
const day = 24 * hour;
const recentDays = 7;

/**
 * What the shop remembers of the same person, place and card, before this order.
 * @param rows earlier orders that share a key with this one, newest first
 */
export function historyOf(
  order: { keys: readonly OrderKey[]; snapshot: OrderSnapshot },
  rows: readonly HistoryRow[],
): OrderHistory {
  const at = Date.parse(order.snapshot.createdAt);
  const person = keysOfKind(order.keys, ['email', 'phone', 'customer']);
  const own = rows.filter((row) => shares(row, person));
  const told = order.snapshot.customer?.numberOfOrders ?? null;
  const earlier = told === null ? own.length : Math.max(told - 1, own.length, 0);
  const good = own.filter(({ order: past }) => endedWell(past)).length;
  const places = keysOfKind(order.keys, ['place']);
  return {
    customerOrders: earlier,
    // Orders that Shopify counts and we never saw: how they ended is not known.
    goodOrders: earlier > own.length && good < 2 ? undefined : good,
    daysSinceFirst: daysSinceFirst(order.snapshot, own, at),
    newShippingAddress: own.length === 0 ? undefined : !own.some((row) => shares(row, places)),
    blocklist: [],
    recentOrders: rows
      .filter((row) => at - row.createdAt <= recentDays * day)
      .map((row) => recentOrder(row, at)),
  };
}

const shares = (row: HistoryRow, keys: readonly OrderKey[]) =>
  row.order.keys.some((key) => keys.includes(key));

/** Approved by staff, or paid and shipped without being cancelled. */
export function endedWell({ decision, snapshot }: OrderRecord): boolean {
  if (snapshot.cancelledAt !== null || snapshot.test) return false;
  if (decision?.kind === 'approved') return true;
  return snapshot.fulfillmentStatus === 'FULFILLED' && snapshot.financialStatus === 'PAID';
}

function daysSinceFirst(
  snapshot: OrderSnapshot,
  own: readonly HistoryRow[],
  at: number,
): number | undefined {
  const since = snapshot.customer?.createdAt ?? null;
  const isReturning = (snapshot.customer?.numberOfOrders ?? 0) > 1;
  const starts = [
    ...own.map((row) => row.createdAt),
    ...(since !== null && isReturning ? [Date.parse(since)] : []),
  ];
  if (starts.length === 0) return undefined;
  return Math.max(0, Math.floor((at - Math.min(...starts)) / day));
}

function recentOrder({ order, createdAt }: HistoryRow, at: number): RecentOrder {
  const { facts } = order;
  const orderer = facts.billing ?? facts.shipping;
  return {
    hoursAgo: (at - createdAt) / hour,
    name: [orderer?.lastName, orderer?.firstName].filter(Boolean).join(' ') || null,
    email: facts.email,
    phone: facts.phone ?? facts.shipping?.phone,
    ip: facts.clientIp,
    total: facts.total,
    gateway: facts.gateway,
    shipping: facts.shipping,
    card: facts.card,
  };
}
