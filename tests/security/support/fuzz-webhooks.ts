import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domain, fuzzSecret } from './fuzz-secret.ts';
import { fuzzShop } from './fuzz-shop.ts';
import { blow, bounded, hostileText, patience, struck } from './hostile.ts';
import { send } from './send-call.ts';

const sign = (body: Uint8Array, secret = fuzzSecret) =>
  createHmac('sha256', secret).update(body).digest('base64');

const topics = [
  'orders/create',
  'orders/updated',
  'orders/cancelled',
  'order_transactions/create',
  'orders/risk_assessment_changed',
  'fulfillment_orders/order_routing_complete',
  'fulfillment_orders/split',
  'disputes/create',
  'app/uninstalled',
  'app/scopes_update',
  'customers/data_request',
  'customers/redact',
  'shop/update',
  'nobody/knows',
];

/** What `POST /api/webhooks` does with whatever comes. */
export function fuzzWebhooks(database: () => Promise<string | null>, times: number): void {
  const shop = fuzzShop(database);
  let serial = 0;

  async function deliver(body: Uint8Array<ArrayBuffer>, headers: Record<string, string>) {
    const current = shop();
    if (current === null) return null;
    serial += 1;
    return send(current.running, 'POST', '/api/webhooks', {
      file: body,
      headers: {
        'x-shopify-topic': 'orders/create',
        'x-shopify-shop-domain': domain,
        'x-shopify-webhook-id': `fuzz-${serial}`,
        'x-shopify-api-version': '2026-10',
        ...headers,
      },
    });
  }
  const isLost = async (work: () => ReturnType<typeof deliver>, status: number) => {
    const before = await shop()?.view.version();
    const sent = await work();
    if (sent === null) return;
    expect(sent.status).toBe(status);
    expect(await shop()?.view.version()).toBe(before);
  };

  describe('a webhook', () => {
    it(
      'that is signed wrongly in any way is refused, and nothing of it is stored',
      async () => {
        const body = Buffer.from('{"id":1}');
        const right = sign(body);
        const flipped = fc.nat(right.length - 2).map((at) => {
          const other = right[at] === 'A' ? 'B' : 'A';
          return right.slice(0, at) + other + right.slice(at + 1);
        });
        const wrong = fc.oneof(
          flipped,
          fc.constantFrom(
            '',
            '=',
            right.slice(0, -2),
            `${right}AAAA`,
            `${right} ${right}`,
            ` ${right.slice(0, 9)} ${right.slice(9)}`,
            sign(body, 'another secret'),
            sign(Buffer.from('{"id":2}')),
            createHmac('sha1', fuzzSecret).update(body).digest('base64'),
            createHmac('sha256', fuzzSecret).update(body).digest('hex'),
            'A'.repeat(7_000),
          ),
        );
        await fc.assert(
          fc.asyncProperty(wrong, (signature) =>
            isLost(() => deliver(body, { 'x-shopify-hmac-sha256': signature }), 401),
          ),
          bounded(times),
        );
      },
      patience(30_000),
    );

    it('for what is no shop is refused, however rightly signed', async () => {
      const body = Buffer.from('{"id":1}');
      const names = [
        '',
        'evil.example',
        `${domain}.evil.example`,
        `${domain}@evil.example`,
        `a/../${domain}`,
        `${domain}, ${domain}`,
        'x'.repeat(3_000),
        `-${domain}`,
      ];
      for (const name of names) {
        const headers = { 'x-shopify-shop-domain': name, 'x-shopify-hmac-sha256': sign(body) };
        await isLost(() => deliver(body, headers), 401);
      }
    });

    it(
      'that is no JSON is refused, though it is signed',
      async () => {
        const bodies = fc.oneof(
          fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.concat([Buffer.of(0xff), bytes])),
          fc
            .constantFrom('', '{', '{"a":1}x', "{'a':1}", '\u0000', 'NaN')
            .map((t) => Buffer.from(t)),
        );
        await fc.assert(
          fc.asyncProperty(bodies, (body) =>
            isLost(() => deliver(body, { 'x-shopify-hmac-sha256': sign(body) }), 400),
          ),
          bounded(times),
        );
      },
      patience(30_000),
    );

    it(
      'of whatever shape is taken, worked or given up by name, and harms nothing',
      async () => {
        const id = Number(shop()?.order ?? 1);
        const order = {
          id,
          admin_graphql_api_id: `gid://shopify/Order/${id}`,
          order_id: id,
          name: '#1001',
          email: 'a@example.jp',
          created_at: '2026-11-22T12:00:00+09:00',
          updated_at: '2026-11-22T12:00:00+09:00',
          shop_domain: domain,
          customer: { id: 7, email: 'a@example.jp', phone: '090-1234-5678' },
          orders_to_redact: [1],
          orders_requested: [1],
          line_items: [{ id: 1, title: '石鹸', quantity: 1, price: '100' }],
          fulfillment_order: { id: `gid://shopify/FulfillmentOrder/${id}`, status: 'open' },
          shipping_address: { name: '例示 花子', zip: '150-0001', address1: '神宮前99-1-2' },
          risk_level: 'HIGH',
        };
        const header = hostileText.map((text) =>
          text.replace(/[^\x20-\x7e]/g, '~').slice(0, 3_000),
        );
        const odd = fc.record({ id: header, event: header, at: header });
        await fc.assert(
          fc.asyncProperty(fc.constantFrom(...topics), blow, odd, async (topic, one, ids) => {
            const body = Buffer.from(JSON.stringify(struck(order, one)) ?? 'null');
            const sent = await deliver(body, {
              'x-shopify-topic': topic,
              'x-shopify-hmac-sha256': sign(body),
              'x-shopify-webhook-id': `${serial}${ids.id}`,
              'x-shopify-event-id': ids.event,
              'x-shopify-triggered-at': ids.at,
            });
            expect(sent?.status ?? 200).toBe(200);
            await shop()?.rest();
          }),
          bounded(times),
        );
        const current = shop();
        if (current === null) return;
        expect(({} as { isOwner?: boolean }).isOwner).toBeUndefined();
        await current.running.call('GET', '/api/today');
        const answer = await current.running.call('GET', '/api/orders');
        expect(answer.status).toBe(200);
      },
      patience(60_000),
    );

    it('beyond five megabytes is refused, and one of deep nesting is not gone into', async () => {
      await shop()?.rest();
      const large = Buffer.alloc(5 * 1024 * 1024 + 1, ' ');
      await isLost(() => deliver(large, { 'x-shopify-hmac-sha256': sign(large) }), 413);
      const depth = 200_000;
      const deep = Buffer.from(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
      const sent = await deliver(deep, { 'x-shopify-hmac-sha256': sign(deep) });
      expect(sent?.status ?? 200).toBeLessThan(500);
      await shop()?.rest();
    }, 120_000);
  });
}
