import { enqueueDeployCheckout } from './checkout/deploy-checkout.ts';
import { enqueueNoticesInUse } from './checkout/deploy-notices.ts';
import type { Deps } from './deps.ts';
import type { Task } from './ports/storage-port.ts';
import { plantFor } from './schedule.ts';
import { enqueueReadShop } from './webhooks/handle-webhook.ts';

/** First call of a shop, or after it came back: keys, settings, shop data, look-back. */
export async function shopOpened(deps: Deps, shop: string): Promise<void> {
  const now = deps.now();
  await deps.storage.write(async (tx) => {
    const record = await tx.shops.ensure(shop, now);
    // What waited for a token (webhooks that came before the first opening) runs now.
    await tx.tasks.revive(shop, now);
    await plantFor(tx, shop, now);
    if (record.state === 'installed') return;
    await tx.shops.update(shop, { state: 'installed', installedAt: now });
    await enqueueReadShop(tx, shop, now);
    // Shopify removes payment customizations and metafields with their app; the settings are kept.
    await enqueueDeployCheckout(tx, shop, now);
    await enqueueNoticesInUse(tx, shop, now);
    await tx.tasks.enqueue(
      shop,
      { kind: 'look-back', key: '', priority: 'background', runAt: now },
      now,
    );
  });
  deps.wake(shop);
}

export async function readShop(deps: Deps, { shop }: Task): Promise<void> {
  const info = await deps.shopify.shopInfo(shop);
  await deps.storage.write((tx) => tx.shops.update(shop, { info }));
}
