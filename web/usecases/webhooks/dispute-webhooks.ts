import type { Deps } from '../deps.ts';
import { judgeOrder } from '../judging/judge-order.ts';
import { judgeRelated } from '../judging/order-end.ts';
import type { DisputeSnapshot } from '../judging/order-snapshot.ts';
import type { OrderRecord, Tables } from '../ports/storage-port.ts';
import { mergeDisputes } from './merge-disputes.ts';
import type { WebhookPayload } from './webhook-payload.ts';

type DisputePayload = Extract<WebhookPayload, { kind: 'dispute' }>;

/** disputes/create and disputes/update: kept with the order, told in its history. */
export async function applyDispute(
  deps: Deps,
  shop: string,
  { orderId, dispute }: DisputePayload,
): Promise<void> {
  if (orderId === null) {
    await deps.storage.write((tx) => note(tx, shop, null, dispute, deps.now()));
    return;
  }
  if ((await deps.storage.read.orders.load(shop, orderId)) === null) {
    await readUnknown(deps, shop, orderId);
  }
  await deps.storage.write((tx) => keepDispute(tx, shop, orderId, dispute, deps.now()));
}

/**
 * A chargeback comes months after its order, which may be older than the app. It is kept, without
 * being acted on, so that the buyer's next order meets it.
 */
async function readUnknown(deps: Deps, shop: string, orderId: string): Promise<void> {
  const loaded = await deps.shopify.loadOrder(shop, orderId, 'background');
  if (loaded === null) return;
  await deps.storage.write(async (tx) => {
    if ((await tx.orders.lock(shop, orderId)) !== null) return;
    const input = { shop, ...loaded, before: null, arrives: false };
    await tx.orders.save(await judgeOrder(tx, input, deps.now()));
  });
}

async function keepDispute(
  tx: Tables,
  shop: string,
  orderId: string,
  dispute: DisputeSnapshot,
  now: number,
): Promise<void> {
  const before = await tx.orders.lock(shop, orderId);
  if (before === null) return note(tx, shop, orderId, dispute, now);
  const disputes = mergeDisputes(before.snapshot.disputes ?? [], [dispute]);
  const after: OrderRecord = { ...before, snapshot: { ...before.snapshot, disputes } };
  // Sent twice, or overtaken by what came after it: nothing is new.
  if (JSON.stringify(disputes) === JSON.stringify(before.snapshot.disputes ?? [])) return;
  await tx.orders.update(after);
  await note(tx, shop, orderId, dispute, now);
  await judgeRelated(tx, before, after, now);
}

const note = (
  tx: Tables,
  shop: string,
  orderId: string | null,
  { type, status }: DisputeSnapshot,
  now: number,
) =>
  tx.audit.add(shop, {
    orderId,
    at: now,
    byKind: 'shopify',
    byId: null,
    byName: null,
    what: type === 'INQUIRY' ? 'dispute-inquiry' : 'dispute',
    details: { status },
  });
