import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { build } from 'esbuild';
import { defaultNotices } from '../../web/contract/notices.ts';
import { read, renderBlock } from '../extensions/support/liquid-theme.ts';
import { AxeBuilder, expect, type Page, test } from '../machinery/playwright.ts';
import { keepScreenshot } from './screenshot.ts';

// A page as a theme makes it: its own colours and letters, the extension's blocks and style sheet.
const themes = { light: '#fff; color: #222', dark: '#14213d; color: #f5f5f5' } as const;
const { threeDsNotice, fraudNotice } = defaultNotices;
const hostile = '<img src=x onerror="window.caught = true"><script>window.caught = true</script>';
const metafields = { three_ds_notice: threeDsNotice, fraud_notice: fraudNotice };
const folder = path.join(import.meta.dirname, '../../extensions/checkout-notice');

let body = '';
let bundle = '';
const server = createServer((request, response) => {
  const isScript = request.url === '/notice.js';
  response.setHeader('content-type', `text/${isScript ? 'javascript' : 'html'}; charset=utf-8`);
  response.end(isScript ? bundle : body);
});

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  const entry = path.join(folder, 'src/CheckoutNotice.tsx');
  const built = await build({ entryPoints: [entry], bundle: true, format: 'esm', write: false });
  bundle = built.outputFiles[0]?.text ?? '';
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

test.afterAll(() => server.close());

async function show(page: Page, content: string, theme: keyof typeof themes = 'light') {
  body = `<!doctype html><html lang="ja"><title>カート</title><meta name="viewport"
    content="width=device-width"><style>body { margin: 0; font: 16px sans-serif; background:
    ${themes[theme]} } ${read('assets/notice.css')}</style><main><h1>カート</h1>${content}</main>`;
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No port.');
  await page.goto(`http://127.0.0.1:${bound.port}/`);
}

const settings = { text_size: 'small', frame: true };
const blocks = (fields: Record<string, unknown>) =>
  renderBlock('card-notice', { metafields: fields }) +
  renderBlock('fraud-notice', { metafields: fields, settings });

for (const theme of ['light', 'dark'] as const) {
  test(`both notices are regions that axe accepts on a ${theme} theme, also at 320 px`, async ({
    page,
  }) => {
    await show(page, blocks(metafields), theme);
    const card = page.getByRole('region', { name: 'カード決済について' });
    await expect(card).toContainText(threeDsNotice.ja);
    const fraud = page.getByRole('region', { name: '不正注文の防止について' });
    await expect(fraud).toContainText(fraudNotice.ja);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await keepScreenshot(page, `card-notice-${theme}`);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}

test('a hostile text is read, not run', async ({ page }) => {
  await show(page, blocks({ three_ds_notice: { ja: hostile, en: hostile } }));
  await expect(page.getByRole('region')).toContainText(hostile);
  expect(await page.evaluate(() => 'caught' in window)).toBe(false);
  await expect(page.locator('main img, main script')).toHaveCount(0);
});

test('the checkout block shows both notices, and a hostile text as text', async ({ page }) => {
  await show(page, '');
  const words = JSON.parse(readFileSync(path.join(folder, 'locales/ja.json'), 'utf8'));
  const fields = { ...metafields, fraud_notice: { ja: `一行目\n${hostile}`, en: '' } };
  const entries = Object.entries(fields).map(([key, value]) => ({
    target: { type: 'shop', id: 'gid://shopify/Shop/1' },
    metafield: { namespace: '$app', key, value: JSON.stringify(value) },
  }));
  await page.evaluate(
    async ([translations, appMetafields]) => {
      const translate = (key: string) =>
        String(key.split('.').reduce((at, part) => at?.[part], translations));
      Object.assign(globalThis, {
        shopify: { i18n: { translate }, appMetafields: { value: appMetafields } },
      });
      const module = await import(`${location.origin}/notice.js`);
      module.default();
    },
    [words, entries] as const,
  );
  await expect(page.locator('s-section')).toHaveCount(2);
  const headings = await page
    .locator('s-section')
    .evaluateAll((all) => all.map((one) => one.getAttribute('heading')));
  expect(headings).toEqual(['カード決済について', '不正注文の防止について']);
  await expect(page.locator('s-paragraph')).toHaveText([threeDsNotice.ja, '一行目', hostile]);
  expect(await page.evaluate(() => 'caught' in window)).toBe(false);
});
