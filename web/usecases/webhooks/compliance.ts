import { createHash } from 'node:crypto';
import { raiseAlert } from '../alerts/raise-alert.ts';
import type { Deps } from '../deps.ts';
import type { PrivacyRequest } from '../ports/privacy-port.ts';
import { ordersSharing } from '../privacy/find-buyer.ts';
import { daysBefore, kept } from '../privacy/periods.ts';
import type { WebhookEnvelope, WebhookPayload } from './webhook-payload.ts';

type Compliance = Extract<WebhookPayload, { kind: 'compliance' }>;

/** More than any buyer has ordered; an export that is longer than this says so. */
export const mostOrders = 10_000;

/**
 * The three compliance topics. They come without a token too, 48 hours after the app was removed. What
 * they ask for is written down here with the work that does it; a repetition changes nothing.
 */
export async function applyCompliance(
  deps: Deps,
  envelope: Pick<WebhookEnvelope, 'shop' | 'webhookId'>,
  payload: Compliance,
): Promise<void> {
  const { shop } = envelope;
  if (payload.request === 'shop-redact') await eraseLater(deps, shop);
  else if (payload.request === 'data-request') await keepDataRequest(deps, envelope, payload);
  else await keepRedact(deps, envelope, payload);
  deps.wake(shop);
}

function requestOf(
  deps: Deps,
  { shop, webhookId }: Pick<WebhookEnvelope, 'shop' | 'webhookId'>,
  { customer, orderIds }: Compliance,
): Omit<PrivacyRequest, 'kind' | 'orders'> {
  const at = deps.now();
  return {
    shop,
    // Ours, and of one length: the webhook's own number comes from outside.
    id: createHash('sha256').update(webhookId).digest('hex').slice(0, 16),
    state: 'open',
    at,
    dueAt: daysBefore(at, -kept.requestDays),
    doneAt: null,
    doneBy: null,
    person: { customer, orderIds },
  };
}

/** customers/data_request: the merchant is told, and finds a file with all that is held. */
async function keepDataRequest(
  deps: Deps,
  envelope: Pick<WebhookEnvelope, 'shop' | 'webhookId'>,
  payload: Compliance,
): Promise<void> {
  const { shop } = envelope;
  const request = requestOf(deps, envelope, payload);
  const found = await ordersSharing(deps.storage.read, shop, payload, mostOrders);
  const orders = new Set([...payload.orderIds, ...found.map(({ id }) => id)]).size;
  await deps.storage.write(async (tx) => {
    if (!(await tx.privacy.add({ ...request, kind: 'data-request', orders }))) return;
    await tx.audit.add(shop, {
      ...{ orderId: null, at: request.at, byKind: 'shopify', byId: null, byName: null },
      what: 'data-request',
      details: { request: request.id, orders },
    });
    const due = { request: { dueAt: request.dueAt } };
    await raiseAlert(tx, shop, 'data-request', request.id, due, request.at);
  });
}

/** customers/redact: a buyer may have a thousand orders, so they go in slices, as a task. */
async function keepRedact(
  deps: Deps,
  envelope: Pick<WebhookEnvelope, 'shop' | 'webhookId'>,
  payload: Compliance,
): Promise<void> {
  const { shop } = envelope;
  const request = requestOf(deps, envelope, payload);
  await deps.storage.write(async (tx) => {
    if (!(await tx.privacy.add({ ...request, kind: 'customer-redact', orders: 0 }))) return;
    await tx.tasks.enqueue(
      shop,
      { kind: 'forget-buyer', key: request.id, priority: 'background', runAt: request.at },
      request.at,
    );
  });
}

/** shop/redact. Also where the shop has come back meanwhile: what it then does makes it anew. */
async function eraseLater(deps: Deps, shop: string): Promise<void> {
  const now = deps.now();
  await deps.storage.tokens.dropOffline(shop);
  await deps.storage.write((tx) =>
    tx.tasks.enqueue(
      shop,
      { kind: 'erase-shop', key: '', priority: 'background', runAt: now },
      now,
    ),
  );
}
