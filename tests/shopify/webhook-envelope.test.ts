import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readWebhook } from '../../web/shopify/webhook-envelope.ts';

const secrets = ['current', 'previous'];
const body = Buffer.from('{"id":820982911946154508,"note":"名前\\u3000"}');

function headersFor(rawBody: Buffer, secret = 'current', change: Record<string, string> = {}) {
  return {
    'x-shopify-topic': 'orders/create',
    'x-shopify-shop-domain': 'kissa.myshopify.com',
    'x-shopify-webhook-id': 'b54557e4-bdd9-4b37-8a5f-bf7d70bcd043',
    'x-shopify-event-id': '98880550-7158-44d4-b7cd-2c97c8a091b5',
    'x-shopify-triggered-at': '2026-11-22T03:00:00.123456789Z',
    'x-shopify-api-version': '2026-10',
    'x-shopify-hmac-sha256': createHmac('sha256', secret).update(rawBody).digest('base64'),
    ...change,
  };
}

const read = (rawBody: Buffer, headers: Record<string, string | undefined>) =>
  readWebhook({ headers, rawBody, secrets });

describe('a webhook', () => {
  it('is read when rightly signed', () => {
    expect(read(body, headersFor(body))).toEqual({
      ok: true,
      envelope: {
        shop: 'kissa.myshopify.com',
        topic: 'orders/create',
        webhookId: 'b54557e4-bdd9-4b37-8a5f-bf7d70bcd043',
        eventId: '98880550-7158-44d4-b7cd-2c97c8a091b5',
        triggeredAt: '2026-11-22T03:00:00.123456789Z',
        apiVersion: '2026-10',
        body: body.toString('utf8'),
      },
    });
  });

  it('is read when signed with the previous secret', () => {
    expect(read(body, headersFor(body, 'previous')).ok).toBe(true);
  });

  it.each([
    ['another secret', headersFor(body, 'notifications of the merchant')],
    ['a signature of other bytes', headersFor(Buffer.from('{}'))],
    [
      'a signature of another length',
      headersFor(body, 'current', { 'x-shopify-hmac-sha256': 'AA==' }),
    ],
    [
      'a signature that is no base64',
      headersFor(body, 'current', { 'x-shopify-hmac-sha256': 'é' }),
    ],
  ])('is refused with %s', (_case, headers) => {
    expect(read(body, headers)).toEqual({ ok: false, reason: 'invalid-hmac' });
  });

  it('is refused when one byte differs', () => {
    const changed = Buffer.from(body);
    changed[1] = 0x20;
    expect(read(changed, headersFor(body))).toEqual({ ok: false, reason: 'invalid-hmac' });
  });

  it.each(['x-shopify-topic', 'x-shopify-shop-domain', 'x-shopify-hmac-sha256'])(
    'is refused without %s',
    (name) => {
      const headers = { ...headersFor(body), [name]: undefined };
      expect(read(body, headers)).toEqual({ ok: false, reason: 'missing-headers' });
    },
  );

  it('is refused for a shop that is none of Shopify’s', () => {
    const headers = headersFor(body, 'current', { 'x-shopify-shop-domain': 'evil.example' });
    expect(read(body, headers)).toEqual({ ok: false, reason: 'missing-headers' });
  });

  it.each(['', '{"id":', 'id=1'])('is told apart when signed but not JSON (%j)', (text) => {
    const raw = Buffer.from(text);
    expect(read(raw, headersFor(raw))).toEqual({ ok: false, reason: 'invalid-json' });
  });

  it('gets the same id twice where Shopify sent none', () => {
    const headers = { ...headersFor(body), 'x-shopify-webhook-id': undefined };
    const [first, second] = [read(body, headers), read(body, headers)];
    expect(first).toEqual(second);
    expect(first.ok && first.envelope.webhookId).toMatch(/^sha256-[0-9a-f]{64}$/);
  });
});
