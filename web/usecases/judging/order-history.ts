import { emailKey } from '../../japan/keys.ts';
import type { OrderFacts, OrderHistory, RecentOrder } from '../../risk/order-facts.ts';
import type { HistoryRow, OrderKey } from '../ports/storage-port.ts';
import { keysOfKind } from './order-keys.ts';
import { endedWell, endingOf, standingDispute } from './order-outcome-kind.ts';
import type { OrderSnapshot } from './order-snapshot.ts';

const hour = 3_600_000;
const day = 24 * hour;
const recentDays = 7;
/** An e-mail address that a customer uses for the first time is new for so long. */
const newEmailDays = 30;

interface Judged {
  readonly keys: readonly OrderKey[];
  readonly snapshot: OrderSnapshot;
  readonly facts: OrderFacts;
}

/**
 * What the shop remembers of the same person, place and card, before this order.
 * @param rows earlier orders that share a key with this one, newest first
 */
export function historyOf(order: Judged, rows: readonly HistoryRow[]): OrderHistory {
  const at = Date.parse(order.snapshot.createdAt);
  const own = sharing(rows, keysOfKind(order.keys, ['email', 'phone', 'customer']));
  const told = order.snapshot.customer?.numberOfOrders ?? null;
  const earlier = told === null ? own.length : Math.max(told - 1, own.length, 0);
  const good = own.filter((row) => endedWell(row.order, at)).length;
  const places = keysOfKind(order.keys, ['place']);
  return {
    customerOrders: earlier,
    // Orders that Shopify counts and we never saw: how they ended is not known.
    goodOrders: earlier > own.length && good < 2 ? undefined : good,
    daysSinceFirst: daysSinceFirst(order.snapshot, own, at),
    ...refusals(order.keys, rows, at),
    ...disputesOf(order.keys, rows, at),
    newShippingAddress: own.length === 0 ? undefined : sharing(own, places).length === 0,
    newIpCountry: isNewCountry(order.facts, own),
    recentEmailChange: hasNewEmail(order, rows, at),
    blocklist: [],
    recentOrders: rows
      .filter((row) => at - row.createdAt <= recentDays * day)
      .map((row) => recentOrder(row, at)),
  };
}

const sharing = (rows: readonly HistoryRow[], keys: readonly OrderKey[]) =>
  rows.filter((row) => row.order.keys.some((key) => keys.includes(key)));

const daysAgo = (rows: readonly HistoryRow[], at: number) =>
  rows.map((row) => (at - row.createdAt) / day);

/** Parcels that came back from the same person, or from the same room. */
function refusals(
  keys: readonly OrderKey[],
  rows: readonly HistoryRow[],
  at: number,
): Pick<OrderHistory, 'codRefusals' | 'refusedDaysAgo'> {
  const refused = sharing(rows, keysOfKind(keys, ['email', 'phone', 'customer', 'room'])).filter(
    ({ order }) => endingOf(order) === 'refused',
  );
  return { codRefusals: refused.length, refusedDaysAgo: daysAgo(refused, at) };
}

/**
 * Chargebacks of the same e-mail, phone or card: families share an address. Unknown where there are
 * earlier orders of which Shopify did not tell whether they were disputed.
 */
function disputesOf(
  keys: readonly OrderKey[],
  rows: readonly HistoryRow[],
  at: number,
): Pick<OrderHistory, 'disputes' | 'disputedDaysAgo'> {
  const own = sharing(rows, keysOfKind(keys, ['email', 'phone', 'card']));
  const disputed = own.filter(({ order }) => standingDispute(order.snapshot) !== null);
  const isTold = own.every(({ order }) => order.snapshot.disputes !== undefined);
  if (disputed.length === 0 && !isTold) return { disputes: undefined };
  return { disputes: disputed.length, disputedDaysAgo: daysAgo(disputed, at) };
}

/** Another country than in all earlier orders of this person; unknown without one to compare with. */
function isNewCountry({ ipCountry }: OrderFacts, own: readonly HistoryRow[]): boolean | undefined {
  const before = own.flatMap(({ order }) => order.facts.ipCountry ?? []);
  return !ipCountry || before.length === 0 ? undefined : !before.includes(ipCountry);
}

/**
 * The same customer account ordered with another e-mail address before, and with this one for the
 * first time within the last 30 days.
 */
function hasNewEmail(
  { keys, facts }: Judged,
  rows: readonly HistoryRow[],
  at: number,
): boolean | undefined {
  const own = emailKey(facts.email);
  const before = sharing(rows, keysOfKind(keys, ['customer'])).flatMap((row) => {
    const email = emailKey(row.order.facts.email);
    return email === '' ? [] : [{ email, at: row.createdAt }];
  });
  if (own === '' || before.length === 0) return undefined;
  const first = Math.min(at, ...before.filter(({ email }) => email === own).map((row) => row.at));
  const hasOther = before.some((row) => row.email !== own && row.at <= first);
  return hasOther && at - first <= newEmailDays * day;
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
