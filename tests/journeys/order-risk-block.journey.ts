import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { build } from 'esbuild';
import type { OrderDetail, SignalDto } from '../../web/contract/orders.ts';
import { expect, type Page, test } from '../machinery/playwright.ts';
import { keepScreenshot } from './screenshot.ts';

// Shopify admin draws `s-*` elements itself and cannot be had here: this page only proves that the
// bundle runs in a browser, asks the app, and puts these words into these elements.
const folder = path.join(import.meta.dirname, '../../extensions/order-risk-block');
const styles = `body { font: 14px sans-serif; margin: 24px; width: 420px } s-admin-block, s-paragraph,
  s-unordered-list, s-banner, s-text { display: block } s-list-item { display: list-item }
  s-badge { border: 1px solid; border-radius: 8px; padding: 0 8px; margin-right: 8px }`;

const hit = (id: string): Pick<SignalDto, 'id' | 'outcome' | 'points'> => ({
  id,
  outcome: 'hit',
  points: 10,
});
const judged: Partial<Omit<OrderDetail, 'signals'>> & { signals: object[] } = {
  id: '6123',
  level: 'high',
  state: 'held',
  reasons: ['代金引換', '携帯電話のみ', '転送先として知られた住所'],
  signals: ['a', 'b', 'c', 'd', 'e'].map(hit),
  cannotHold: null,
  wouldHold: false,
};

let answer = { status: 200, body: JSON.stringify(judged) };
let asked: { path: string; language: string | undefined }[] = [];
let bundle = '';

const server = createServer((request, response) => {
  if (request.url === '/block.js') {
    response.setHeader('content-type', 'text/javascript; charset=utf-8');
    return response.end(bundle);
  }
  if (request.url?.startsWith('/api/')) {
    asked.push({ path: request.url, language: request.headers['accept-language'] });
    response.statusCode = answer.status;
    return response.end(answer.body);
  }
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><html lang="ja"><style>${styles}</style><body></body></html>`);
});

test.beforeAll(async () => {
  const entry = path.join(folder, 'src/BlockExtension.tsx');
  const built = await build({ entryPoints: [entry], bundle: true, format: 'esm', write: false });
  bundle = built.outputFiles[0]?.text ?? '';
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

test.afterAll(() => server.close());

async function open(page: Page, locale: 'en.default' | 'ja') {
  asked = [];
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No port.');
  await page.goto(`http://127.0.0.1:${bound.port}/`);
  const words = JSON.parse(readFileSync(path.join(folder, `locales/${locale}.json`), 'utf8'));
  await page.evaluate(async (translations) => {
    const word = (key: string, values: Record<string, unknown> = {}) => {
      const found = key.split('.').reduce((at, part) => at?.[part], translations);
      return String(found).replace(/\{\{(\w+)\}\}/g, (_match, name) => String(values[name]));
    };
    Object.assign(globalThis, {
      shopify: {
        data: { selected: [{ id: 'gid://shopify/Order/6123' }] },
        i18n: { translate: word },
      },
    });
    const module = await import(`${location.origin}/block.js`);
    module.default();
  }, words);
}

test('the order page shows the level, three reasons and the state', async ({ page }) => {
  answer = { status: 200, body: JSON.stringify(judged) };
  await open(page, 'ja');
  await expect(page.locator('s-badge')).toHaveText(['危険', '出荷保留中']);
  await expect(page.locator('s-list-item')).toHaveText([
    '代金引換',
    '携帯電話のみ',
    '転送先として知られた住所',
  ]);
  await expect(page.getByText('ほか2件')).toBeVisible();
  await expect(page.locator('s-link')).toHaveAttribute('href', 'app:orders/6123');
  expect(asked).toEqual([{ path: '/api/orders/6123', language: 'ja' }]);
  await keepScreenshot(page, 'order-risk-block');
});

test('an order that is not judged yet can be asked for again', async ({ page }) => {
  answer = { status: 404, body: '{}' };
  await open(page, 'ja');
  await expect(page.getByText('この注文はまだ判定していません')).toBeVisible();
  answer = { status: 200, body: JSON.stringify(judged) };
  await page.locator('s-button').click();
  await expect(page.locator('s-badge').first()).toHaveText('危険');
});

test('a fault is told in English where the admin is English', async ({ page }) => {
  answer = { status: 500, body: '' };
  await open(page, 'en.default');
  await expect(page.getByText('The judgement could not be loaded')).toBeVisible();
  expect(asked[0]?.language).toBe('en');
});
