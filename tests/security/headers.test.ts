import { createConnection } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startApp as startEdge } from '../http/support/start-app.ts';
import { domain, type RunningApp, startApp } from '../support/app-on-stand-in.ts';
import { manualClock } from '../support/clock.ts';
import { tempDatabase } from '../support/temp-database.ts';
import { routesOf } from './support/express-routes.ts';
import { asStaff, type Sent, send } from './support/send-call.ts';

let running: RunningApp;
beforeEach(async () => {
  running = await startApp({ databaseUrl: tempDatabase().url, now: manualClock().now });
});
afterEach(() => running.stop());

/** What each answer says, whatever it answers. */
function expectGuarded({ headers }: Sent, what: string): void {
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy, what).toMatch(/(^|; )default-src '(none|self)'/);
  expect(policy, what).toMatch(/(^|; )frame-ancestors /);
  const scripts = /(?:^|; )script-src ([^;]*)/.exec(policy)?.[1] ?? '';
  expect(scripts, what).not.toMatch(/unsafe|\*|data:|http:/);
  expect(headers.get('x-content-type-options'), what).toBe('nosniff');
  expect(headers.get('referrer-policy'), what).toMatch(/^(same-origin|no-referrer)$/);
  expect(headers.get('x-powered-by'), what).toBeNull();
  expect(headers.get('server'), what).toBeNull();
  expect(headers.get('set-cookie'), what).toBeNull();
  if (!what.includes('/assets/')) expect(headers.get('cache-control'), what).toBe('no-store');
}

/** No script stands in a page itself, and no address or attribute that is one. */
function expectNoInlineScript({ headers, text }: Sent, what: string): void {
  if (!headers.get('content-type')?.startsWith('text/html')) return;
  for (const [tag = ''] of text.matchAll(/<script\b[^>]*>/gi)) expect(tag, what).toContain(' src=');
  expect(text, what).not.toMatch(/<[a-z][^>]*\son[a-z]+\s*=/i);
  expect(text, what).not.toMatch(/javascript:/i);
}

const filled = (path: string) =>
  path.replace('/a/:token', `/a/${'k3'.repeat(20)}`).replaceAll(/:\w+/g, '1001');

describe('every answer', () => {
  it('of every route, with a session and without, is guarded', async () => {
    const authorization = asStaff(running, domain);
    for (const { method, path } of routesOf(running.app.http)) {
      for (const given of [null, authorization]) {
        const target = `${filled(path)}?shop=${domain}`;
        const sent = await send(running, method, target, { authorization: given });
        expectGuarded(sent, `${method} ${path}`);
        expectNoInlineScript(sent, `${method} ${path}`);
        const pages = /frame-ancestors ([^;]*)/.exec(
          sent.headers.get('content-security-policy') ?? '',
        );
        const may = ["'none'", `https://${domain} https://admin.shopify.com`];
        expect(may, `${method} ${path}`).toContain(pages?.[1]);
      }
    }
  }, 240_000);

  it.each([
    ['GET', '/'],
    ['GET', '/?shop=evil.example'],
    ['GET', '/nowhere'],
    ['GET', '/assets/..%2f..%2fpackage.json'],
    ['GET', '/%E0%A4%A'],
    ['GET', '/orders/%'],
    ['GET', '/api'],
    ['GET', `/a/${'k3'.repeat(20)}`],
    ['POST', '/a/x'],
    ['PATCH', '/api/orders'],
    ['PUT', '/'],
    ['HEAD', '/'],
    ['OPTIONS', '/api/orders'],
    ['OPTIONS', '/'],
    ['DELETE', '/api/webhooks'],
  ])('that refuses %s %s is guarded, and may be framed by nobody', async (method, path) => {
    const sent = await send(running, method, path);
    expectGuarded(sent, `${method} ${path}`);
    expectNoInlineScript(sent, `${method} ${path}`);
    expect(sent.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(sent.status).toBeLessThan(500);
  });

  it('over https tells the browser to stay there, over loopback it does not', async () => {
    const paths = ['/healthz', '/nowhere', `/?shop=${domain}`, '/api/me', `/a/${'k3'.repeat(20)}`];
    const secure = await startEdge();
    const plain = await startEdge({ https: false });
    for (const path of paths) {
      const { headers } = await secure.get(path);
      expect(headers.get('strict-transport-security'), path).toBe('max-age=31536000');
      expect((await plain.get(path)).headers.get('strict-transport-security'), path).toBeNull();
    }
  });

  it('to what is no HTTP says nothing of us', async () => {
    const { port, hostname } = new URL(running.origin);
    for (const sent of [
      'GET / HTTP/1.1\r\nHost: a\r\nBad\u0000: x\r\n\r\n',
      'GET / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\nHost: a\r\n\r\n0\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`,
      'NONSENSE\r\n\r\n',
    ]) {
      const answered = await new Promise<string>((resolve) => {
        const socket = createConnection(Number(port), hostname, () => socket.write(sent));
        let text = '';
        socket.on('data', (piece) => {
          text += piece;
        });
        socket.on('error', () => resolve(text));
        socket.on('close', () => resolve(text));
      });
      expect(answered).toMatch(/^HTTP\/1.1 4\d\d [A-Za-z ]+\r\nConnection: close\r\n\r\n$/);
    }
  });
});
