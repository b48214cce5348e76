import { enqueueDeployCheckout } from './checkout/deploy-checkout.ts';
import { enqueueNoticesInUse } from './checkout/deploy-notices.ts';
import type { Tables } from './ports/storage-port.ts';

export const enqueueReadShop = (tx: Tables, shop: string, now: number) =>
  tx.tasks.enqueue(shop, { kind: 'read-shop', key: '', priority: 'background', runAt: now }, now);

/** Shopify removes payment customizations and metafields with their app; the settings are kept. */
export async function restoreAtShopify(tx: Tables, shop: string, now: number): Promise<void> {
  await enqueueReadShop(tx, shop, now);
  await enqueueDeployCheckout(tx, shop, now);
  await enqueueNoticesInUse(tx, shop, now);
}
