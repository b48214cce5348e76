import { noticeKeys, noticeKinds } from '../../contract/notices.ts';
import type { Deps } from '../deps.ts';
import type { Tables, Task } from '../ports/storage-port.ts';

/**
 * Tells Shopify the notices' texts, or takes them away; the storefront and checkout blocks read them
 * there. Each is written whole, so a task that failed between the two is simply run again.
 */
export async function deployNotices(deps: Deps, { shop }: Task): Promise<void> {
  const settings = await deps.storage.read.shops.settings(shop);
  for (const kind of noticeKinds) {
    const { enabled, ja, en } = settings[kind];
    const text = enabled ? { ja, en } : null;
    const answer = await deps.shopify.writeNotice(shop, noticeKeys[kind], text);
    if (!answer.ok) throw new Error(`${kind} was refused: ${answer.code ?? 'no code'}`);
  }
}

export async function enqueueDeployNotices(tx: Tables, shop: string, now: number): Promise<void> {
  const task = { kind: 'deploy-notice', key: '', priority: 'staff', runAt: now } as const;
  await tx.tasks.enqueue(shop, task, now);
}

/** For a shop that came back: a new shop has no notice on, and nothing to take away. */
export async function enqueueNoticesInUse(tx: Tables, shop: string, now: number): Promise<void> {
  const settings = await tx.shops.settings(shop);
  if (noticeKinds.some((kind) => settings[kind].enabled)) {
    await enqueueDeployNotices(tx, shop, now);
  }
}
