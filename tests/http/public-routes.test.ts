import { once } from 'node:events';
import { connect } from 'node:net';
import express from 'express';
import { describe, expect, it } from 'vitest';
import { boundBytesInFlight } from '../../web/http/middleware/bytes-in-flight.ts';
import { createAddressLimit } from '../../web/http/middleware/rate-limit.ts';
import { serve } from '../../web/http/serve.ts';
import { shop } from './support/names.ts';
import { startApp, webhookHeaders } from './support/start-app.ts';

const body = '{"id":1}';
const post = (
  origin: string,
  headers: Record<string, string>,
  sent: string | Buffer<ArrayBuffer> = body,
) => fetch(`${origin}/api/webhooks`, { method: 'POST', headers, body: sent });
const forged = { 'x-shopify-hmac-sha256': Buffer.alloc(32).toString('base64') };
const flood = async (origin: string, times: number, headers: Record<string, string> = {}) => {
  const all = Array.from({ length: times }, () =>
    post(origin, webhookHeaders(body, { ...forged, ...headers })),
  );
  return (await Promise.all(all)).map(({ status }) => status);
};

describe('an address that sends wrong signatures', () => {
  it('is stopped before its bodies are read, until the window ends, and nothing is stored', async () => {
    const { origin, clock, useCases } = await startApp();
    expect(new Set(await flood(origin, 300))).toEqual(new Set([401]));
    const stopped = await post(origin, webhookHeaders(body, forged), Buffer.alloc(6_000_000));
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0);
    clock.advance(60_000);
    expect(await flood(origin, 1)).toEqual([401]);
    expect(useCases.webhooks).toEqual([]);
  });

  it('stops nobody else, and not Shopify where both come through one proxy', async () => {
    const { origin, useCases } = await startApp();
    expect((await post(origin, webhookHeaders(body))).status).toBe(200);
    expect(new Set(await flood(origin, 305))).toEqual(new Set([401]));
    expect((await post(origin, webhookHeaders(body))).status).toBe(200);
    expect(useCases.webhooks).toHaveLength(1);
  });

  it('cannot hide behind X-Forwarded-For unless a proxy was named', async () => {
    const { origin } = await startApp();
    const names = { 'x-forwarded-for': '203.0.113.5' };
    await flood(origin, 300, names);
    const another = { ...forged, 'x-forwarded-for': '203.0.113.6' };
    expect((await post(origin, webhookHeaders(body, another))).status).toBe(429);
  });

  it('is counted by the address that the named proxy saw, not by what it wrote itself', async () => {
    const { origin } = await startApp({ trustProxy: 1 });
    for (const first of ['192.0.2.1', '192.0.2.2']) {
      await flood(origin, 150, { 'x-forwarded-for': `${first}, 203.0.113.5` });
    }
    const from = (address: string) =>
      post(origin, webhookHeaders(body, { ...forged, 'x-forwarded-for': address }));
    expect((await from('192.0.2.3, 203.0.113.5')).status).toBe(429);
    expect((await from('203.0.113.6')).status).toBe(401);
  });
});

describe('the memory of a process', () => {
  it('is not filled by bodies that begin and do not end', async () => {
    const app = express();
    const bound = boundBytesInFlight({ ofOne: 50_000, ofAll: 50_000 });
    app.post('/', bound, express.raw({ type: () => true }), (_req, res) => void res.end());
    const server = await serve(app, { port: 0, host: '127.0.0.1' });
    const begin = (bytes: number) => {
      const socket = connect(server.port, '127.0.0.1').on('error', () => undefined);
      socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999\r\n\r\n');
      socket.write(Buffer.alloc(bytes));
      return { socket, closed: new Promise<void>((resolve) => socket.once('close', resolve)) };
    };
    const open = Array.from({ length: 6 }, () => begin(9_000));
    await Promise.race(open.map(({ closed }) => closed));
    for (const { socket } of open) socket.destroy();
    const whole = { method: 'POST', body: Buffer.alloc(45_000) };
    const origin = `http://127.0.0.1:${server.port}/`;
    await expect.poll(async () => (await fetch(origin, whole).catch(() => null))?.status).toBe(200);
    await server.stop();
  });

  it('is not filled by a million addresses', () => {
    const limit = createAddressLimit({ limit: 10, windowMs: 60_000, now: () => 0 });
    const before = process.memoryUsage().heapUsed;
    for (let n = 0; n < 1_000_000; n += 1) {
      limit.take(`${n >>> 24}.${(n >>> 16) & 255}.${(n >>> 8) & 255}.${n & 255}`);
    }
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(60_000_000);
  });
});

describe('an address of IPv6', () => {
  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff', true],
    ['2001:db8::1', '2001:0db8:0:0:9::', true],
    ['2001:db8:1:2::1%eth0', '2001:DB8:1:2::2', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['::ffff:192.0.2.1', '192.0.2.1', true],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.2', false],
  ])('%s and %s are one caller: %s', (one, other, same) => {
    const limit = createAddressLimit({ limit: 1, windowMs: 60_000, now: () => 0 });
    expect(limit.take(one)).toBeNull();
    expect(limit.take(other) !== null).toBe(same);
  });
});

describe('what anybody may ask', () => {
  it('asks the database once for many who ask at the same time whether all is ready', async () => {
    const { origin, useCases } = await startApp();
    let asked = 0;
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    useCases.isReady = async () => {
      asked += 1;
      await gate;
      return true;
    };
    // In one piece: the server has read all of them before it does anything else.
    const { port, hostname } = new URL(origin);
    const socket = connect(Number(port), hostname);
    let heard = '';
    socket.on('data', (piece) => {
      heard += piece;
    });
    socket.write('GET /readyz HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(10));
    await expect.poll(() => asked).toBe(1);
    open();
    await expect.poll(() => heard.match(/HTTP\/1.1 200/g)?.length).toBe(10);
    socket.destroy();
    expect(asked).toBe(1);
  });

  it.each([
    ['too many fields', 'a=1&b=2&c=3&d=4&e=5&f=6', {}, 413],
    ['a body that says gzip and is none', 'answer=ordered', { 'content-encoding': 'gzip' }, 400],
    ['an unknown charset', 'answer=ordered', { charset: 'x-none' }, 400],
    ['more than a kilobyte', `answer=${'x'.repeat(2000)}`, {}, 413],
    ['nothing that can be decoded', '%E0%A4%A=%', {}, 404],
  ])('answers a form with %s by a refusal, never by a fault', async (_what, sent, more, status) => {
    const { origin, logged } = await startApp();
    const { charset, ...headers }: Record<string, string> = { ...more };
    const type = `application/x-www-form-urlencoded${charset ? `; charset=${charset}` : ''}`;
    const answer = await fetch(`${origin}/a/${'k3'.repeat(20)}`, {
      method: 'POST',
      headers: { 'content-type': type, ...headers },
      body: sent,
    });
    expect(answer.status).toBe(status);
    expect(logged.join('')).not.toContain('request failed');
  });
});

describe('a connection that is kept open for nothing', () => {
  it('is broken off where the file that it sends has been refused long ago', async () => {
    const server = await serve((_req, res) => void res.writeHead(401).end(), {
      port: 0,
      host: '127.0.0.1',
      bodyMs: 30,
    });
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => undefined).resume();
    socket.write('POST /api/lists/imports HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\nslow');
    await once(socket, 'close');
    await server.stop();
  });

  it('is told which shop it is for by nothing but its token', async () => {
    const { call, useCases } = await startApp();
    const headers = {
      'x-shopify-shop-domain': 'hoka.myshopify.com',
      'x-forwarded-host': 'hoka.myshopify.com',
    };
    await call('GET', '/api/me?shop=hoka.myshopify.com', { headers });
    expect(useCases.callers.map((caller) => caller.shop)).toEqual([shop]);
  });
});
