import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFrontendFiles } from '../../web/http/frontend-files.ts';
import { otherShop, shop } from './support/names.ts';
import { startApp } from './support/start-app.ts';

const directive = (policy: string | null, name: string) =>
  policy?.split('; ').find((part) => part.startsWith(`${name} `));

describe('the embedded page', () => {
  it.each(['/', '/orders', '/orders/1001', '/settings'])(
    'is served at %s with the key and the real App Bridge, never cached',
    async (page) => {
      const { get } = await startApp();
      const answer = await get(`${page}?shop=${shop}&host=YWRtaW4&id_token=x`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('x-frame-options')).toBeNull();
      expect(answer.headers.get('x-powered-by')).toBeNull();
      expect(await answer.text()).toBe(
        '<html><meta name="shopify-api-key" content="the-api-key">' +
          '<script src="https://cdn.shopify.com/shopifycloud/app-bridge.js"></script></html>',
      );
    },
  );

  it.each([shop, otherShop, 'a-1.myshopify.com'])(
    'may be framed by %s and the admin only',
    async (name) => {
      const { get } = await startApp();
      const policy = (await get(`/?shop=${name}`)).headers.get('content-security-policy');
      expect(directive(policy, 'frame-ancestors')).toBe(
        `frame-ancestors https://${name} https://admin.shopify.com`,
      );
      expect(directive(policy, 'script-src')).toBe("script-src 'self' https://cdn.shopify.com");
      expect(directive(policy, 'object-src')).toBe("object-src 'none'");
      expect(directive(policy, 'base-uri')).toBe("base-uri 'self'");
      expect(directive(policy, 'default-src')).toBe("default-src 'self'");
    },
  );

  it('takes a frame of its own and a bridge of this origin in the demo alone', async () => {
    const extraFrameAncestors = ['http://127.0.0.1:4000'];
    const page = { appBridgeUrl: '/standin/app-bridge.js', extraFrameAncestors };
    const { get } = await startApp({ page });
    const answer = await get(`/?shop=${shop}`);
    const policy = answer.headers.get('content-security-policy');
    expect(directive(policy, 'script-src')).toBe("script-src 'self'");
    expect(directive(policy, 'frame-ancestors')).toBe(
      `frame-ancestors https://${shop} https://admin.shopify.com http://127.0.0.1:4000`,
    );
    expect(await answer.text()).toContain('src="/standin/app-bridge.js"');
  });

  it.each([
    'evil.example',
    'tea.myshopify.com.evil.example',
    'tea.myshopify.com; script-src *',
    'tea.myshopify.com\r\nx-injected: 1',
    '<script>alert(1)</script>.myshopify.com',
    '-tea.myshopify.com',
    'TEA.myshopify.com/',
    '*.myshopify.com',
    '',
  ])('answers 400 to the shop %j and echoes nothing of it', async (name) => {
    const { get } = await startApp();
    const answer = await get(`/?shop=${encodeURIComponent(name)}`);
    expect(answer.status).toBe(400);
    const headers = JSON.stringify([...answer.headers]);
    const text = await answer.text();
    for (const part of name.match(/[a-z]{3,}|<script>|\*/gi) ?? []) {
      expect(text).not.toContain(part === 'com' || part === 'myshopify' ? name : part);
    }
    expect(headers).not.toContain('injected');
    expect(directive(answer.headers.get('content-security-policy'), 'frame-ancestors')).toBe(
      "frame-ancestors 'none'",
    );
  });

  it.each(['/', '/orders', `/?shop=${shop}&shop=${otherShop}`, `/?shop[]=${shop}`])(
    'answers 400 to %s: no frame can be named',
    async (page) => {
      const { get } = await startApp();
      const answer = await get(page);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('Shopify の管理画面から開いてください。');
    },
  );

  it('escapes what it fills in', async () => {
    const secrets = ['s'];
    const { get } = await startApp({ credentials: { apiKey: '"><b>$&', secrets } });
    expect(await (await get(`/?shop=${shop}`)).text()).toContain(
      'content="&quot;&gt;&lt;b&gt;$&amp;"',
    );
  });

  it('answers 503 while the frontend is not built', async () => {
    const { get } = await startApp({ frontend: null });
    expect((await get(`/?shop=${shop}`)).status).toBe(503);
    expect((await get('/assets/app-1.js')).status).toBe(404);
  });

  it('limits how often one address may ask, and says when to come back', async () => {
    const waits: (number | null)[] = [null, 42];
    const { get } = await startApp({ publicLimit: { take: () => waits.shift() ?? null } });
    expect((await get(`/?shop=${shop}`)).status).toBe(200);
    const answer = await get(`/?shop=${shop}`);
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('42');
  });
});

describe('built files', () => {
  let folder: string;
  const script = `console.log(${'"沢山の文字"+'.repeat(500)}"");`;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sekisho-dist-'));
    mkdirSync(path.join(folder, 'assets'));
    writeFileSync(path.join(folder, 'index.html'), '<html>%SHOPIFY_API_KEY%</html>');
    writeFileSync(path.join(folder, 'assets', 'app-1a2b.js'), script);
    writeFileSync(path.join(folder, 'assets', 'app-1a2b.js.map'), '{}');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Without fetch: it would ask for compression and undo it by itself. */
  const download = (origin: string, accepted: string | undefined) =>
    new Promise<{ encoding: string | undefined; cache: string | undefined; bytes: Buffer }>(
      (resolve, reject) => {
        const headers = accepted === undefined ? {} : { 'accept-encoding': accepted };
        request(`${origin}/assets/app-1a2b.js`, { headers }, (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () =>
            resolve({
              encoding: answer.headers['content-encoding'],
              cache: answer.headers['cache-control'],
              bytes: Buffer.concat(chunks),
            }),
          );
        })
          .on('error', reject)
          .end();
      },
    );

  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    [undefined, undefined, (bytes: Buffer) => bytes],
    ['br;q=0', undefined, (bytes: Buffer) => bytes],
  ])('go out to Accept-Encoding %s as %s', async (accepted, encoding, decode) => {
    const { origin } = await startApp({ frontend: readFrontendFiles(folder) });
    const file = await download(origin, accepted);
    expect(file.encoding).toBe(encoding);
    expect(decode(file.bytes).toString()).toBe(script);
    expect(file.cache).toBe('public, max-age=31536000, immutable');
    if (encoding !== undefined) expect(file.bytes.length).toBeLessThan(script.length / 10);
  });

  it.each([
    'app-9.js',
    'app-1a2b.js.map',
    '..%2findex.html',
    '..%2f..%2fetc%2fpasswd',
    '__proto__',
  ])('do not include %s', async (name) => {
    const { get } = await startApp({ frontend: readFrontendFiles(folder) });
    expect((await get(`/assets/${name}`)).status).toBe(404);
  });

  it('are absent where nothing was built', () => {
    expect(readFrontendFiles(path.join(folder, 'nothing'))).toBeNull();
  });
});
