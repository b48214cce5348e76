import type { Deps } from './deps.ts';
import type { WebhookEnvelope } from './webhook-payload.ts';

/** Stores first, works later: Shopify waits five seconds in all and counts every failure. */
export async function receiveWebhook(
  deps: Deps,
  envelope: WebhookEnvelope,
): Promise<'stored' | 'duplicate'> {
  const payload = deps.parseWebhook(envelope.topic, envelope.body);
  const subject = 'orderId' in payload ? payload.orderId : null;
  const outcome = await deps.storage.receive({ envelope, subject, receivedAt: deps.now() });
  if (outcome === 'stored') deps.wake(envelope.shop);
  return outcome;
}
