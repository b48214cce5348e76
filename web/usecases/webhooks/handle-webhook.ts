import type { Deps } from '../deps.ts';
import type { Task } from '../ports/storage-port.ts';
import type { StoredToken } from '../ports/token-port.ts';
import { enqueueReadShop, restoreAtShopify } from '../restore-at-shopify.ts';
import { applyCompliance } from './compliance.ts';
import { applyDispute } from './dispute-webhooks.ts';
import { applyOrderWebhook, applyRisk, applyTransaction } from './order-webhooks.ts';
import { readPayload } from './read-payload.ts';
import { applyFulfillmentOrders } from './routing-webhooks.ts';
import type { WebhookEnvelope, WebhookPayload } from './webhook-payload.ts';

/** Works one stored webhook. Running it twice changes nothing. */
export async function handleWebhook(deps: Deps, task: Task): Promise<void> {
  const id = Number(task.key);
  const envelope = await deps.storage.read.inbox.load(task.shop, id);
  if (envelope === null) return;
  await apply(deps, envelope, readPayload(deps, envelope));
}

async function apply(
  deps: Deps,
  { shop, topic, triggeredAt, webhookId }: WebhookEnvelope,
  payload: WebhookPayload,
): Promise<void> {
  switch (payload.kind) {
    case 'order':
      return applyOrderWebhook(deps, shop, topic, payload);
    case 'transaction':
      return applyTransaction(deps, shop, payload);
    case 'risk':
      return applyRisk(deps, shop, payload);
    case 'fulfillment-order':
      return applyFulfillmentOrders(deps, shop, topic, payload.fulfillmentOrders);
    case 'dispute':
      return applyDispute(deps, shop, payload);
    case 'scopes':
      return applyScopes(deps, shop, payload.current);
    case 'shop':
      return deps.storage.write((tx) => enqueueReadShop(tx, shop, deps.now()));
    case 'uninstalled':
      return applyUninstalled(deps, shop, triggeredAt);
    case 'compliance':
      return applyCompliance(deps, { shop, webhookId }, payload);
    case 'ignored':
      return;
  }
}

/** A scope that was refused may be granted now: what failed for want of it runs again. */
async function applyScopes(deps: Deps, shop: string, current: readonly string[]): Promise<void> {
  await renewTokenAtNextUse(deps, shop);
  await deps.storage.write(async (tx) => {
    const known = await tx.shops.find(shop);
    const missing = (known?.missingScopes ?? []).filter((scope) => !current.includes(scope));
    await tx.shops.update(shop, { missingScopes: missing });
    await tx.tasks.revive(shop, deps.now());
    await enqueueReadShop(tx, shop, deps.now());
  });
}

/** A token keeps the scopes it was given: the next request refreshes it first. */
async function renewTokenAtNextUse({ storage, now }: Deps, shop: string): Promise<void> {
  const token = await storage.tokens.loadOffline(shop);
  if (token === null || token.refreshToken === null) return;
  await storage.tokens.saveOffline({ ...token, expiresAt: now() });
}

/**
 * The token is void; data stays until shop/redact, for a shop that comes back within 48 hours. Told
 * late, of an uninstallation before the token that we have: the shop is back, without what Shopify
 * removed with the app.
 */
async function applyUninstalled(deps: Deps, shop: string, triggeredAt: string | null) {
  const token = await deps.storage.tokens.loadOffline(shop);
  if (isBack(token, triggeredAt)) {
    await deps.storage.write((tx) => restoreAtShopify(tx, shop, deps.now()));
    return;
  }
  await deps.storage.tokens.dropOffline(shop);
  await deps.storage.write((tx) => tx.shops.update(shop, { state: 'uninstalled' }));
}

/** Shopify gave this token after the app was uninstalled. */
function isBack(token: StoredToken | null, triggeredAt: string | null): boolean {
  if (token?.issuedAt === undefined || triggeredAt === null) return false;
  return token.issuedAt > Date.parse(triggeredAt);
}
