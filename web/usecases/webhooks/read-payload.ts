import type { Deps } from '../deps.ts';
import type { WebhookEnvelope, WebhookPayload } from './webhook-payload.ts';

const read = new WeakMap<WebhookEnvelope, WebhookPayload>();

/** What a webhook says, parsed once for its storing and its handling where both see one object. */
export function readPayload(
  { parseWebhook }: Pick<Deps, 'parseWebhook'>,
  envelope: WebhookEnvelope,
): WebhookPayload {
  const known = read.get(envelope);
  if (known) return known;
  const payload = parseWebhook(envelope.topic, envelope.body);
  read.set(envelope, payload);
  return payload;
}
