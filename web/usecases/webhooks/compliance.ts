import type { Deps } from '../deps.ts';
import { buyerKeys } from '../judging/order-keys.ts';
import { forgetListed } from '../lists/forget-listed.ts';
import { enqueueSweepLists } from '../lists/list-sweep.ts';
import type { WebhookPayload } from './webhook-payload.ts';

type Compliance = Extract<WebhookPayload, { kind: 'compliance' }>;

/** customers/data_request: the merchant is told in the audit log which orders we hold data of. */
export async function rememberDataRequest(
  deps: Deps,
  shop: string,
  request: Compliance,
): Promise<void> {
  await deps.storage.write((tx) =>
    tx.audit.add(shop, {
      orderId: null,
      at: deps.now(),
      byKind: 'shopify',
      byId: null,
      byName: null,
      what: 'data-request',
      details: { customer: request.customer?.id ?? '', orders: request.orderIds.join(',') },
    }),
  );
}

/** customers/redact and shop/redact. Idempotent: what is gone already is gone. */
export async function forgetBuyer(deps: Deps, shop: string, request: Compliance): Promise<void> {
  await deps.storage.write(async (tx) => {
    if (request.request === 'shop-redact') {
      await tx.shops.erase(shop);
      // Its entries cannot be opened any more; a million rows go in slices.
      await enqueueSweepLists(tx, shop, deps.now(), deps.now());
      return;
    }
    const keys = buyerKeys(request.customer);
    const ever = { createdAt: Number.MAX_SAFE_INTEGER, id: '' };
    const rows = await tx.orders.history(shop, keys, ever, 10_000);
    const ids = new Set([...request.orderIds, ...rows.map((row) => row.order.id)]);
    await tx.queue.raise(shop);
    await tx.orders.eraseOrders(shop, [...ids]);
    await forgetListed(tx, shop, request.customer, deps.now());
    for (const { id } of await tx.snoozes.active(shop, keys, 0)) await tx.snoozes.remove(shop, id);
  });
}
