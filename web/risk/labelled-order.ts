import type {
  AddressFacts,
  CardFacts,
  Evidence,
  ItemFacts,
  ListRow,
  OrderFacts,
  OrderHistory,
  RecentOrder,
  ShopStatistics,
} from './order-facts.ts';
import { isCardless } from './payment-kind.ts';

/** A shop that nobody described: 500 past orders with a median of ¥8,000. */
const usualShop: ShopStatistics = { n: 500, median: 8000, madLn: 0.45, qtyP99: 10, linesP99: 8 };

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const fields = (value: unknown): Fields => (isFields(value) ? value : {});
const list = (value: unknown): readonly unknown[] | undefined =>
  Array.isArray(value) ? value : undefined;

/** null stays null (the buyer gave none); what is neither text nor null is not known. */
function text(value: unknown): string | null | undefined {
  if (value === null || typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

const words = (value: unknown): string | undefined => text(value) ?? undefined;
const flag = (value: unknown): boolean | undefined =>
  typeof value === 'boolean' ? value : undefined;

function number(value: unknown): number | undefined {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : undefined;
}

/** A count below zero counts nothing. */
function count(value: unknown): number | undefined {
  const read = number(value);
  return read === undefined || read < 0 ? undefined : read;
}

const oneOf = <T extends string>(value: unknown, known: readonly T[]): T | undefined =>
  known.find((one) => one === value);

function readAddress(value: unknown): AddressFacts | null | undefined {
  if (value === null) return null;
  if (!isFields(value)) return undefined;
  return {
    lastName: text(value.lastName),
    firstName: text(value.firstName),
    company: text(value.company),
    zip: text(value.zip),
    provinceCode: text(value.provinceCode),
    countryCode: text(value.countryCode),
    city: text(value.city),
    address1: text(value.address1),
    address2: text(value.address2),
    phone: text(value.phone),
  };
}

const readItems = (value: unknown): ItemFacts[] | undefined =>
  list(value)
    ?.filter(isFields)
    .map((item) => ({
      title: words(item.title) ?? '',
      price: number(item.price),
      quantity: count(item.quantity) ?? 1,
      isGiftCard: flag(item.isGiftCard),
    }));

/** Absent for other payments: then the payment's name tells whether it is no card or not known. */
function readCard(
  value: unknown,
  gateway: string | null | undefined,
): CardFacts | null | undefined {
  if (value === null) return null;
  if (!isFields(value)) return isCardless(gateway) ? null : undefined;
  return {
    name: text(value.name),
    cvv: text(value.cvv),
    avs: text(value.avs),
    bin: text(value.bin),
    last4: text(value.last4),
    expiry: text(value.expiry),
    country: text(value.country),
    threeDS: oneOf(value.threeDS, ['authenticated', 'none']),
    wallet: text(value.wallet),
    failedAttempts: count(value.failedAttempts),
    errorCodes: list(value.errorCodes)?.filter((code) => typeof code === 'string'),
  };
}

const readAttributes = (value: unknown) =>
  list(value)
    ?.filter(isFields)
    .map((attribute) => ({
      key: words(attribute.key) ?? '',
      value: words(attribute.value) ?? null,
    }));

function readOrder(id: string, order: Fields): OrderFacts {
  const gateway = text(order.gateway);
  return {
    id,
    createdAt: words(order.createdAt) ?? '',
    gateway,
    email: text(order.email),
    phone: text(order.phone),
    note: text(order.note),
    clientIp: text(order.clientIp),
    ipCountry: text(order.ipCountry),
    attributes: readAttributes(order.attributes),
    shipping: readAddress(order.shipping),
    billing: readAddress(order.billing),
    total: number(order.total),
    currency: words(order.currency),
    paid: flag(order.paid),
    items: readItems(order.items),
    card: readCard(order.card, gateway),
    shopifyRisk: oneOf(order.shopifyRisk, ['LOW', 'MEDIUM', 'HIGH']),
  };
}

const readListRow = (row: Fields): ListRow => ({
  name: text(row.name),
  email: text(row.email),
  phone: text(row.phone),
  ip: text(row.ip),
  shipping: readAddress(row.shipping),
  card: isFields(row.card)
    ? { bin: text(row.card.bin), last4: text(row.card.last4), expiry: text(row.card.expiry) }
    : undefined,
  reason: text(row.reason),
  active: flag(row.active),
  expiresAt: text(row.expiresAt),
});

const readRecent = (row: Fields): RecentOrder => ({
  ...readListRow(row),
  hoursAgo: count(row.hoursAgo) ?? Number.POSITIVE_INFINITY,
  total: number(row.total),
  gateway: text(row.gateway),
});

const readHistory = (history: Fields): OrderHistory => ({
  customerOrders: count(history.customerOrders),
  goodOrders: count(history.goodOrders),
  daysSinceFirst: count(history.daysSinceFirst),
  codRefusals: count(history.codRefusals),
  disputes: count(history.disputes),
  newShippingAddress: flag(history.newShippingAddress),
  newIpCountry: flag(history.newIpCountry),
  recentEmailChange: flag(history.recentEmailChange),
  blocklist: list(history.blocklist)?.filter(isFields).map(readListRow),
  recentOrders: list(history.recentOrders)?.filter(isFields).map(readRecent),
});

function readBinTable(value: unknown): Record<string, string> | undefined {
  if (!isFields(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([bin, country]) =>
      typeof country === 'string' ? [[bin, country] as const] : [],
    ),
  );
}

const readShop = (shop: Fields): ShopStatistics => ({
  n: count(shop.n) ?? usualShop.n,
  median: count(shop.median) ?? usualShop.median,
  madLn: count(shop.madLn) ?? usualShop.madLn,
  p975: count(shop.p975),
  qtyP99: count(shop.qtyP99) ?? usualShop.qtyP99,
  linesP99: count(shop.linesP99) ?? usualShop.linesP99,
  homeCountry: words(shop.homeCountry),
  allCards3ds: flag(shop.allCards3ds),
  binTable: readBinTable(shop.binTable),
  coldStartThreshold: count(shop.coldStartThreshold),
});

/**
 * One line of an order file as evidence; null where it has no id. Every other field may be missing
 * or of the wrong kind: then it is not known.
 */
export function readLabelledOrder(line: unknown): Evidence | null {
  const record = fields(line);
  const id = words(record.id)?.trim();
  if (!id) return null;
  const entered = list(record.manual_checks)?.filter((check) => typeof check === 'string') ?? [];
  return {
    order: readOrder(id, fields(record.order)),
    history: readHistory(fields(record.history)),
    shop: readShop(fields(record.shop)),
    staffChecks: Object.fromEntries(entered.map((check) => [check, 'hit' as const])),
  };
}
