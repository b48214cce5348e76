import type { Deps } from '../deps.ts';
import type { ListedDispute } from '../ports/reconcile-port.ts';
import { GatewayFault } from '../ports/shopify-port.ts';
import { applyDispute } from '../webhooks/dispute-webhooks.ts';
import { mergeDisputes } from '../webhooks/merge-disputes.ts';

/**
 * Disputes come months after their orders, which nobody changes any more: they are listed apart.
 * @param lastAt when they were listed last; an unknown order's dispute is news only since then
 * @returns how many told something new
 */
export async function lookAtDisputes(
  deps: Deps,
  shop: string,
  lastAt: number | null,
): Promise<number> {
  let news = 0;
  for (const listed of await listDisputes(deps, shop)) {
    if (!(await isNews(deps, shop, listed, lastAt))) continue;
    const { orderId, dispute } = listed;
    await applyDispute(deps, shop, { kind: 'dispute', orderId, dispute });
    news += 1;
  }
  return news;
}

/** A shop without Shopify Payments, or one that did not grant it: there is nothing to compare. */
async function listDisputes({ shopify }: Deps, shop: string): Promise<readonly ListedDispute[]> {
  try {
    return await shopify.listDisputes(shop);
  } catch (error) {
    if (error instanceof GatewayFault && error.kind === 'denied') return [];
    throw error;
  }
}

async function isNews(
  { storage }: Deps,
  shop: string,
  { orderId, dispute, initiatedAt }: ListedDispute,
  lastAt: number | null,
): Promise<boolean> {
  const order = await storage.read.orders.load(shop, orderId);
  if (order === null) return lastAt !== null && initiatedAt >= lastAt;
  const known = order.snapshot.disputes ?? [];
  const merged = mergeDisputes(known, [dispute])?.find(({ gid }) => gid === dispute.gid);
  const before = known.find(({ gid }) => gid === dispute.gid);
  return before === undefined || before.status !== merged?.status || before.type !== merged?.type;
}
