import type { Deps } from './deps.ts';
import type { Task } from './ports/storage-port.ts';
import { restoreAtShopify } from './restore-at-shopify.ts';
import { plantFor } from './schedule.ts';

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
    await restoreAtShopify(tx, shop, now);
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
