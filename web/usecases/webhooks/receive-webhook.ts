import type { Deps } from '../deps.ts';
import { readPayload } from './read-payload.ts';
import type { WebhookEnvelope } from './webhook-payload.ts';

/** Stores first, works later: Shopify waits five seconds in all and counts every failure. */
export async function receiveWebhook(
  deps: Deps,
  envelope: WebhookEnvelope,
): Promise<'stored' | 'duplicate'> {
  const outcome = await deps.storage.receive({
    envelope,
    receivedAt: deps.now(),
    // Asked for when the webhook is stored: a repetition is not read at all.
    get subject() {
      const payload = readPayload(deps, envelope);
      return 'orderId' in payload ? payload.orderId : null;
    },
  });
  if (outcome === 'stored') deps.wake(envelope.shop);
  return outcome;
}
