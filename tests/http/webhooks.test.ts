import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { app, shop } from './support/names.ts';
import { startApp, webhookHeaders } from './support/start-app.ts';

const body = '{"id":820982911946154508,"name":"#1001","customer":null}';
type App = Awaited<ReturnType<typeof startApp>>;

const deliver = (
  { origin }: App,
  payload: string | Buffer = body,
  headers: Record<string, string> = webhookHeaders(payload),
) => fetch(`${origin}/api/webhooks`, { method: 'POST', headers, body: payload });

describe('POST /api/webhooks', () => {
  it('stores a rightly signed webhook with its raw text and answers 200', async () => {
    const server = await startApp();
    const answer = await deliver(server);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('');
    expect(server.useCases.webhooks).toEqual([
      {
        shop,
        topic: 'orders/create',
        webhookId: 'b54557e4-bdd9-4b37-8a5f-bf7d70bcd043',
        eventId: null,
        triggeredAt: null,
        apiVersion: '2026-10',
        body,
      },
    ]);
  });

  it('takes bytes that are not ASCII, signed as they are', async () => {
    const server = await startApp();
    const japanese = '{"id":1,"note":"玄関先に置いてください 🙏"}';
    expect((await deliver(server, japanese)).status).toBe(200);
    expect(server.useCases.webhooks[0]?.body).toBe(japanese);
  });

  it('accepts the previous secret while rotating', async () => {
    const server = await startApp();
    const headers = webhookHeaders(body, {}, app.previousSecret);
    expect((await deliver(server, body, headers)).status).toBe(200);
  });

  it.each([
    ['signed with another secret', webhookHeaders(body, {}, 'another-secret')],
    ['signed over other bytes', webhookHeaders(`${body} `)],
    ['with an empty signature', webhookHeaders(body, { 'x-shopify-hmac-sha256': '' })],
    ['with a signature that is not base64', webhookHeaders(body, { 'x-shopify-hmac-sha256': '~' })],
    ['for something that is no shop', webhookHeaders(body, { 'x-shopify-shop-domain': 'evil.jp' })],
  ])('answers 401 and stores nothing when %s', async (_why, headers) => {
    const server = await startApp();
    const answer = await deliver(server, body, headers);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { code: 'unauthorized' } });
    expect(server.useCases.webhooks).toEqual([]);
  });

  it('answers 401 without a signature, and without a body', async () => {
    const server = await startApp();
    const { 'x-shopify-hmac-sha256': _signature, ...headers } = webhookHeaders(body);
    expect((await deliver(server, body, headers)).status).toBe(401);
    expect((await fetch(`${server.origin}/api/webhooks`, { method: 'POST' })).status).toBe(401);
    expect(server.useCases.webhooks).toEqual([]);
  });

  it.each(['{"id":1,', '', 'order=1', '{"id":NaN}'])(
    'answers 400 to %j, signed but not JSON, and stores nothing',
    async (payload) => {
      const server = await startApp();
      expect((await deliver(server, payload)).status).toBe(400);
      expect(server.useCases.webhooks).toEqual([]);
    },
  );

  it('stores a repeated webhook id once and answers 200 both times', async () => {
    const server = await startApp();
    expect((await deliver(server)).status).toBe(200);
    expect((await deliver(server)).status).toBe(200);
    expect(server.useCases.webhooks).toHaveLength(1);
  });

  it('answers 200 to an unknown topic and forgets it', async () => {
    const server = await startApp();
    const headers = webhookHeaders(body, { 'x-shopify-topic': 'products/create' });
    expect((await deliver(server, body, headers)).status).toBe(200);
    expect(server.useCases.webhooks).toEqual([]);
  });

  it('takes every compliance topic and the uninstallation', async () => {
    const server = await startApp();
    const topics = ['customers/data_request', 'customers/redact', 'shop/redact', 'app/uninstalled'];
    for (const topic of topics) {
      const headers = webhookHeaders('{}', {
        'x-shopify-topic': topic,
        'x-shopify-webhook-id': topic,
      });
      expect((await deliver(server, '{}', headers)).status).toBe(200);
    }
    expect(server.useCases.webhooks.map((webhook) => webhook.topic)).toEqual(topics);
  });

  it('takes 5 MB and refuses one byte more with 413', async () => {
    const server = await startApp();
    const largest = Buffer.from(`"${'a'.repeat(5 * 1024 * 1024 - 2)}"`);
    expect((await deliver(server, largest)).status).toBe(200);
    const answer = await deliver(server, Buffer.concat([largest, Buffer.from(' ')]));
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ error: { code: 'payload_too_large' } });
    expect(server.useCases.webhooks).toHaveLength(1);
  });

  it('refuses more than 5 MB that comes without a length', async () => {
    const server = await startApp();
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sent = request(`${server.origin}/api/webhooks`, { method: 'POST' }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      // The server may close before the last byte: the status has come by then.
      sent.on('error', reject);
      sent.write(Buffer.alloc(3_000_000, 'a'));
      sent.end(Buffer.alloc(3_000_000, 'a'));
    });
    expect(status).toBe(413);
  });

  it('refuses a compressed body: the signature is over plain bytes', async () => {
    const server = await startApp();
    const headers = webhookHeaders(body, { 'content-encoding': 'gzip' });
    expect((await deliver(server, body, headers)).status).toBe(400);
  });

  it('answers 500 when it cannot store, so that Shopify sends it again', async () => {
    const server = await startApp();
    server.useCases.fault = new Error('SQLITE_BUSY');
    const answer = await deliver(server);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('SQLITE');
  });

  it('counts each outcome by topic, and unsigned topics never become a label', async () => {
    const server = await startApp();
    await deliver(server);
    await deliver(server);
    await deliver(server, body, webhookHeaders(body, { 'x-shopify-topic': 'made/up' }, 'wrong'));
    const text = await (await server.get('/metrics')).text();
    const count = (topic: string, outcome: string) =>
      new RegExp(`webhook_ack_seconds_count\\{topic="${topic}",outcome="${outcome}"\\} 1`);
    expect(text).toMatch(count('orders/create', 'stored'));
    expect(text).toMatch(count('orders/create', 'duplicate'));
    expect(text).toMatch(count('other', 'unauthorized'));
    expect(text).not.toContain('made/up');
  });
});
