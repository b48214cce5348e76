import { notePayment } from '../contact/note-payment.ts';
import type { Deps } from '../deps.ts';
import { judgeOrder } from '../judging/judge-order.ts';
import { isHigher, keepJudgement } from '../judging/keep-judgement.ts';
import { noteEnd } from '../judging/order-end.ts';
import { trackingKeysOf } from '../judging/order-keys.ts';
import type { OrderSnapshot } from '../judging/order-snapshot.ts';
import { isOver } from '../judging/order-state.ts';
import { figuresText } from '../judging/shop-histogram.ts';
import { statisticsTask } from '../judging/shop-statistics.ts';
import type { LoadedOrder } from '../ports/shopify-port.ts';
import type { OrderRecord, Tables } from '../ports/storage-port.ts';
import { together } from '../together.ts';
import {
  freshest,
  isStale,
  mergeCard,
  mergeFacts,
  mergeOrder,
  mergeTransaction,
  parcelsIn,
} from './merge-webhook.ts';
import type { WebhookPayload } from './webhook-payload.ts';

type Payload<K extends WebhookPayload['kind']> = Extract<WebhookPayload, { kind: K }>;

/** orders/create, orders/updated, orders/cancelled … One request for a new order, none for a known. */
export async function applyOrderWebhook(
  deps: Deps,
  shop: string,
  topic: string,
  payload: Payload<'order'>,
): Promise<void> {
  const known = await deps.storage.read.orders.load(shop, payload.orderId);
  if (known === null || (topic === 'orders/create' && !known.arrived)) {
    if (await isNews(deps, shop, topic, payload)) await judgeNew(deps, shop, payload);
    return;
  }
  await keepChange(deps, known, ({ facts, snapshot }) =>
    isStale(snapshot, payload.order)
      ? null
      : {
          facts: mergeFacts(facts, payload.order.facts),
          snapshot: mergeOrder(snapshot, payload.order),
        },
  );
}

/** Another topic of an unknown order: its create may have been lost, or it is older than we are. */
async function isNews(
  deps: Deps,
  shop: string,
  topic: string,
  { order, orderId }: Payload<'order'>,
): Promise<boolean> {
  if (topic === 'orders/create') return true;
  // What was erased stands in Shopify still, and is not to come back.
  const erased = await deps.storage.read.reconcile.erased(shop, [orderId]);
  if (erased.has(orderId)) return false;
  const record = await deps.storage.read.shops.find(shop);
  return record?.installedAt != null && Date.parse(order.createdAt) >= record.installedAt;
}

async function judgeNew(deps: Deps, shop: string, payload: Payload<'order'>): Promise<void> {
  // Shopify hides orders older than 60 days: then the webhook itself is all that can be known.
  const loaded = (await deps.shopify.loadOrder(shop, payload.orderId, 'order')) ?? {
    facts: payload.order.facts,
    snapshot: snapshotOf(payload),
  };
  await keepArrival(deps, shop, loaded);
}

/** A new order with all that follows from it, whoever told of it. Told twice, it is kept once. */
export async function keepArrival(
  deps: Deps,
  shop: string,
  loaded: LoadedOrder,
  note?: (tx: Tables, order: OrderRecord) => Promise<void>,
): Promise<void> {
  const { id } = loaded.snapshot;
  const settings = await deps.storage.read.shops.settings(shop);
  // Judged inside the transaction: orders of one burst must see each other.
  await deps.storage.write(async (tx) => {
    const before = await tx.orders.lock(shop, id);
    const known = before ? freshest(before, loaded) : { shop, ...loaded };
    const judged = await judgeOrder(tx, { ...known, before, arrives: true }, deps.now());
    const order = await keepJudgement(tx, judged, before, deps.now());
    if (before === null) {
      await together([
        tx.shops.countPaymentNames(shop, loaded.snapshot.gatewayNames, deps.now()),
        tx.tasks.enqueue(shop, statisticsTask(deps.now()), deps.now()),
      ]);
    }
    if (before?.arrived !== true) await note?.(tx, order);
    deps.metrics.orderJudged(judged.assessment.level, settings.mode);
  });
}

function snapshotOf({ orderId, order }: Payload<'order'>): OrderSnapshot {
  const { total, currency } = order.facts;
  return {
    id: orderId,
    gid: order.gid,
    name: `#${orderId}`,
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
    test: order.test,
    sourceName: null,
    cancelledAt: order.cancelledAt,
    closedAt: order.closedAt,
    cancelReason: order.cancelReason,
    financialStatus: order.financialStatus?.toUpperCase() ?? null,
    fulfillmentStatus: order.fulfillmentStatus === 'fulfilled' ? 'FULFILLED' : 'UNFULFILLED',
    tracking: parcelsIn(order.tracking),
    tags: order.tags,
    total: total === undefined ? null : { amount: total, currency: currency ?? 'JPY' },
    gatewayNames: [],
    transactions: [],
    fulfillmentOrders: [],
    customer: null,
  };
}

export async function applyTransaction(
  deps: Deps,
  shop: string,
  { orderId, transaction }: Payload<'transaction'>,
): Promise<void> {
  const known = await deps.storage.read.orders.load(shop, orderId);
  // An unknown order is read whole, with its transactions, when its own webhook comes.
  if (known === null) return;
  await keepChange(deps, known, (record) => {
    const snapshot = mergeTransaction(record.snapshot, transaction);
    return { facts: mergeCard(record.facts, snapshot, transaction), snapshot };
  });
}

export async function applyRisk(
  deps: Deps,
  shop: string,
  { orderId, level, byShopify }: Payload<'risk'>,
): Promise<void> {
  // Our own assessment comes back as this webhook too: reading it would be a feedback loop.
  if (!byShopify || orderId === null || level === null) return;
  const known = await deps.storage.read.orders.load(shop, orderId);
  if (known === null) return;
  await keepChange(deps, known, ({ facts, snapshot }) =>
    facts.shopifyRisk === level ? null : { facts: { ...facts, shopifyRisk: level }, snapshot },
  );
}

/** What a webhook changes of a stored order; null: nothing. Pure, for it is asked twice. */
type Change = (record: OrderRecord) => Pick<OrderRecord, 'facts' | 'snapshot'> | null;

/**
 * Judges again from the stored facts with the change in them, without a request; only where the
 * level rises is the order read whole, because then something will be done to it. The change is laid
 * over the record that the transaction locks: what was written since the first look is kept.
 */
async function keepChange(deps: Deps, known: OrderRecord, change: Change): Promise<void> {
  const { shop, id } = known;
  // Most webhooks of an order tell what is known already: they cost no write.
  if (changesNothing(known, change(known))) return;
  const loaded = (await wouldRise(deps, known, change))
    ? await deps.shopify.loadOrder(shop, id, 'order')
    : null;
  await deps.storage.write(async (tx) => {
    const before = await tx.orders.lock(shop, id);
    const told = before === null ? null : change(before);
    if (before === null || told === null) return;
    // A cancelled order's total is 0 and its lines are gone: that judges nothing.
    const isCancelled = told.snapshot.cancelledAt !== null;
    const stored = { ...before, ...told, facts: isCancelled ? before.facts : told.facts };
    await keepChanged(tx, deps, before, loaded === null ? stored : freshest(stored, loaded));
  });
}

/** A stored order as it is now known to be, with all that follows from the difference. */
export async function keepChanged(
  tx: Tables,
  deps: Deps,
  before: OrderRecord,
  changed: OrderRecord,
): Promise<void> {
  const now = deps.now();
  if (figuresText(changed) !== figuresText(before)) {
    await tx.tasks.enqueue(before.shop, statisticsTask(now), now);
  }
  if (judgesAgain(before, changed)) {
    const input = { ...changed, before: changed, arrives: false };
    await keepJudgement(tx, await judgeOrder(tx, input, now), before, now);
  } else {
    await keepUnjudged(tx, before, changed);
    await noteEnd(tx, before, changed, now);
  }
  await notePayment(tx, deps, before, changed, now);
}

/** A number of a parcel is one more key to find the order by, and judges nothing. */
function keepUnjudged(tx: Tables, before: OrderRecord, changed: OrderRecord): Promise<void> {
  const [was, is] = [trackingKeysOf(before.snapshot), trackingKeysOf(changed.snapshot)];
  if (was.join() === is.join()) return tx.orders.update(changed);
  const others = changed.keys.filter((key) => !was.includes(key));
  return tx.orders.save({ ...changed, keys: [...others, ...is] });
}

function changesNothing(known: OrderRecord, told: ReturnType<Change>): boolean {
  if (told === null) return true;
  // Shopify sorts tags in its own way.
  const content = (snapshot: OrderSnapshot) =>
    JSON.stringify({ ...snapshot, updatedAt: null, tags: snapshot.tags.toSorted() });
  return told.facts === known.facts && content(told.snapshot) === content(known.snapshot);
}

/** New facts, or an order that is open again (a shipment taken back, out of the archive). */
const judgesAgain = (before: OrderRecord, changed: OrderRecord) =>
  changed.facts !== before.facts || (isOver(before) && !isOver(changed));

async function wouldRise(deps: Deps, known: OrderRecord, change: Change): Promise<boolean> {
  const told = change(known);
  if (told === null || told.facts === known.facts || told.snapshot.cancelledAt !== null)
    return false;
  const input = { shop: known.shop, ...told, before: known, arrives: false };
  const judged = await judgeOrder(deps.storage.read, input, deps.now());
  return isHigher(judged.assessment.level, known.assessment.level);
}
