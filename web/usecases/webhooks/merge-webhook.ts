import { trackingKey } from '../../japan/tracking-number.ts';
import type { AddressFacts, CardFacts, OrderFacts } from '../../risk/order-facts.ts';
import type { OrderSnapshot, TransactionSnapshot } from '../judging/order-snapshot.ts';
import type { OrderRecord } from '../ports/storage-port.ts';
import { mergeDisputes } from './merge-disputes.ts';
import type { OrderPayload, TransactionPayload } from './webhook-payload.ts';

/** REST words of an order webhook as the Admin API's enum. */
const fulfillmentStatus: Record<string, string> = {
  fulfilled: 'FULFILLED',
  partial: 'PARTIALLY_FULFILLED',
  restocked: 'RESTOCKED',
};

/**
 * The order as the webhook tells it, laid over what is stored; ids, money and shipment stay. Shopify
 * never takes a cancellation back: a body of the same second that does not know of it yet is older.
 */
export function mergeOrder(snapshot: OrderSnapshot, payload: OrderPayload): OrderSnapshot {
  const shipped = fulfillmentStatus[payload.fulfillmentStatus ?? ''];
  return {
    ...snapshot,
    updatedAt: payload.updatedAt,
    cancelledAt: payload.cancelledAt ?? snapshot.cancelledAt,
    closedAt: payload.closedAt,
    cancelReason: payload.cancelReason ?? snapshot.cancelReason,
    tags: payload.tags,
    ...(payload.financialStatus === null
      ? {}
      : { financialStatus: payload.financialStatus.toUpperCase() }),
    fulfillmentStatus: shipped ?? unshipped(snapshot.fulfillmentStatus),
    tracking: payload.tracking ? parcelsIn(payload.tracking) : snapshot.tracking,
  };
}

/** In one spelling. None and not told are one: snapshots are compared as text. */
export function parcelsIn(tracking: readonly string[] | undefined): string[] | undefined {
  const keys = new Set((tracking ?? []).map(trackingKey).filter(Boolean));
  return keys.size > 0 ? [...keys] : undefined;
}

/** No status says that nothing is shipped: a shipment was taken back. ON_HOLD and the like stay. */
const unshipped = (stored: string) =>
  ['FULFILLED', 'PARTIALLY_FULFILLED'].includes(stored) ? 'UNFULFILLED' : stored;

/**
 * An order that was read, laid over what is stored. A webhook may have been quicker than the answer:
 * then the stored order is the newer one. A transaction that is known never goes away.
 */
export function freshest<R extends Pick<OrderRecord, 'facts' | 'snapshot'>>(
  stored: R,
  { facts, snapshot }: Pick<OrderRecord, 'facts' | 'snapshot'>,
): R {
  if (Date.parse(snapshot.updatedAt) < Date.parse(stored.snapshot.updatedAt)) return stored;
  // Times have whole seconds: of two answers of one second, the one that knows of the end is newer.
  if (stored.snapshot.cancelledAt !== null && snapshot.cancelledAt === null) return stored;
  const transactions = withKnown(snapshot.transactions, stored.snapshot.transactions);
  const isCancelled = snapshot.cancelledAt !== null;
  return {
    ...stored,
    facts: isCancelled ? stored.facts : facts,
    snapshot: {
      ...snapshot,
      transactions,
      disputes: mergeDisputes(stored.snapshot.disputes, snapshot.disputes),
      // Only webhooks tell them: reading every order's parcels would cost points for all of them.
      tracking: stored.snapshot.tracking,
    },
  };
}

/** A transaction never goes away, and only its webhook tells when an authorization runs out. */
function withKnown(
  read: readonly TransactionSnapshot[],
  known: readonly TransactionSnapshot[],
): TransactionSnapshot[] {
  const told = new Map(known.map((transaction) => [transaction.gid, transaction.expiresAt]));
  const gids = new Set(read.map(({ gid }) => gid));
  const kept = read.map((transaction) => {
    const expiresAt = transaction.expiresAt ?? told.get(transaction.gid);
    return expiresAt === undefined ? transaction : { ...transaction, expiresAt };
  });
  return [...kept, ...known.filter(({ gid }) => !gids.has(gid))];
}

/** Deliveries can be late and out of order: an older one changes nothing. */
export const isStale = (snapshot: OrderSnapshot, payload: OrderPayload) =>
  Date.parse(payload.updatedAt) < Date.parse(snapshot.updatedAt);

/** What staff or the buyer can edit after the order, and what a webhook carries of it. */
const editable = ['email', 'phone', 'note', 'shipping', 'billing', 'total', 'items'] as const;

/** The stored facts with the webhook's edits; the same object where nothing changed. */
export function mergeFacts(stored: OrderFacts, told: OrderFacts): OrderFacts {
  const changes = editable.filter(
    (field) => told[field] !== undefined && fingerprint(told[field]) !== fingerprint(stored[field]),
  );
  if (changes.length === 0) return stored;
  const edits = Object.fromEntries(changes.map((field) => [field, told[field]]));
  return { ...stored, ...edits };
}

export const sameFacts = (one: OrderFacts, other: OrderFacts): boolean =>
  fingerprint(one) === fingerprint(other);

/** Absent, null and empty say the same here: REST and GraphQL differ in which one they use. */
function fingerprint(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part: unknown) => {
    if (part === '' || part === undefined) return null;
    if (!isPlainObject(part)) return part;
    const kept = Object.entries(part).filter(([, v]) => v !== null && v !== undefined && v !== '');
    return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

const isPlainObject = (value: unknown): value is Partial<AddressFacts> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Adds the transaction, or brings its status up to date. */
export function mergeTransaction(
  snapshot: OrderSnapshot,
  payload: TransactionPayload,
): OrderSnapshot {
  const transaction: TransactionSnapshot = {
    gid: payload.gid,
    kind: payload.kind.toUpperCase(),
    status: payload.status.toUpperCase(),
    amount: { amount: payload.amount, currency: payload.currency },
    parentGid:
      payload.parentId === null ? null : `gid://shopify/OrderTransaction/${payload.parentId}`,
    gateway: payload.gateway,
    manual: payload.manual,
    createdAt: payload.createdAt,
    ...(payload.expiresAt ? { expiresAt: payload.expiresAt } : {}),
  };
  const known = snapshot.transactions.find(({ gid }) => gid === transaction.gid);
  if (known !== undefined && saysTheSame(known, transaction)) return snapshot;
  const others = snapshot.transactions.filter((other) => other !== known);
  const expiresAt = transaction.expiresAt ?? known?.expiresAt;
  const merged = expiresAt === undefined ? transaction : { ...transaction, expiresAt };
  return { ...snapshot, transactions: [...others, merged] };
}

/** Times and names differ between REST and GraphQL; money does not. */
const saysTheSame = (known: TransactionSnapshot, told: TransactionSnapshot) =>
  known.kind === told.kind &&
  known.status === told.status &&
  known.amount.amount === told.amount.amount &&
  (told.expiresAt === undefined || told.expiresAt === known.expiresAt);

const failed = new Set(['FAILURE', 'ERROR']);

/** What the transaction tells of the card, laid over what is known of it. */
export function mergeCard(
  facts: OrderFacts,
  snapshot: OrderSnapshot,
  payload: TransactionPayload,
): OrderFacts {
  const failedAttempts = snapshot.transactions.filter((t) => failed.has(t.status)).length;
  const errorCodes = new Set(facts.card?.errorCodes ?? []);
  if (payload.errorCode !== null) errorCodes.add(payload.errorCode.toUpperCase());
  const told = payload.status.toUpperCase() === 'SUCCESS' ? payload.card : null;
  if (told === null && facts.card === undefined && errorCodes.size === 0) return facts;
  const card: CardFacts = {
    ...facts.card,
    ...definedFields(told),
    failedAttempts,
    errorCodes: [...errorCodes],
  };
  return fingerprint(card) === fingerprint(facts.card) ? facts : { ...facts, card };
}

const definedFields = (card: TransactionPayload['card']): Partial<CardFacts> =>
  Object.fromEntries(Object.entries(card ?? {}).filter(([, value]) => value !== null));
