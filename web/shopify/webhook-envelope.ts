import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { WebhookEnvelope } from '../usecases/webhooks/webhook-payload.ts';
import { isShopDomain } from './ids.ts';

export type WebhookReading =
  | { readonly ok: true; readonly envelope: WebhookEnvelope }
  | {
      readonly ok: false;
      /** The first two are answered 401, the last 400. */
      readonly reason: 'missing-headers' | 'invalid-hmac' | 'invalid-json';
    };

export interface RawWebhook {
  /** As Node gives them: names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The bytes as they came: one re-encoded character would break the signature. */
  readonly rawBody: Buffer;
  /** The current secret, then the previous one: after a rotation Shopify uses both for an hour. */
  readonly secrets: readonly string[];
}

/** Nothing in a webhook is believed, or even parsed, before its signature is. */
export function readWebhook({ headers, rawBody, secrets }: RawWebhook): WebhookReading {
  const header = (name: string) => single(headers[name]);
  const topic = header('x-shopify-topic')?.toLowerCase();
  const shop = header('x-shopify-shop-domain')?.toLowerCase();
  const signature = header('x-shopify-hmac-sha256');
  if (!topic || !signature || !shop || !isShopDomain(shop)) {
    return { ok: false, reason: 'missing-headers' };
  }
  if (!secrets.some((secret) => isSignedBy(secret, rawBody, signature))) {
    return { ok: false, reason: 'invalid-hmac' };
  }
  const body = rawBody.toString('utf8');
  if (!isJson(body)) return { ok: false, reason: 'invalid-json' };
  const envelope: WebhookEnvelope = {
    shop,
    topic,
    webhookId: header('x-shopify-webhook-id') || idOfBody(topic, rawBody),
    eventId: header('x-shopify-event-id') ?? null,
    triggeredAt: header('x-shopify-triggered-at') ?? null,
    apiVersion: header('x-shopify-api-version') ?? null,
    body,
  };
  return { ok: true, envelope };
}

function single(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

/** Texts are compared: a decoder takes many for the same bytes. */
function isSignedBy(secret: string, rawBody: Buffer, signature: string): boolean {
  const expected = Buffer.from(createHmac('sha256', secret).update(rawBody).digest('base64'));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Shopify always sends an id; without one, the same delivery must still be stored once. */
function idOfBody(topic: string, rawBody: Buffer): string {
  return `sha256-${createHash('sha256').update(topic).update('\n').update(rawBody).digest('hex')}`;
}
