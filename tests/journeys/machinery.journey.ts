import { once } from 'node:events';
import { createServer } from 'node:http';
import { AxeBuilder, expect, test } from '../machinery/playwright.ts';
import { keepScreenshot } from './screenshot.ts';

const html = `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><title>今日</title></head>
<body style="font-family: Inter, sans-serif"><main>
<h1>出荷を止めている注文 3件</h1>
<p id="order">#1001 ¥12,800 代金引換（代引き）</p>
<button>保留を解除</button>
</main></body></html>`;

const server = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(html);
});
let address = '';

test.beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No port.');
  address = `http://127.0.0.1:${bound.port}/`;
});

test.afterAll(() => server.close());

test('the browser of the journeys draws Japanese with a Japanese font', async ({ page }) => {
  await page.goto(address);
  await expect(page.getByRole('heading')).toHaveText('出荷を止めている注文 3件');
  await keepScreenshot(page, 'machinery-japanese');
  // Without a Japanese font every character is drawn as the same box.
  const drawn = await page.evaluate(() => {
    const picture = (text: string) => {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.font = '32px sans-serif';
      context.fillText(text, 10, 60);
      return canvas.toDataURL();
    };
    return new Set(['関', '所', '髙', '\u{10FFFD}'].map(picture)).size;
  });
  expect(drawn).toBe(4);
});

test('the browser is a clerk in Tokyo and reaches nothing outside', async ({ page }) => {
  await page.goto(address);
  const clerk = await page.evaluate(() => ({
    language: navigator.language,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }));
  expect(clerk).toEqual({ language: 'ja-JP', zone: 'Asia/Tokyo' });
  const outside = await page.evaluate(() =>
    fetch('https://cdn.shopify.com/app-bridge.js').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(outside).toBe('refused');
});

test('axe looks at a page and finds what is wrong with it', async ({ page }) => {
  await page.goto(address);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.setContent('<html lang="ja"><title>t</title><main><h1>a</h1><img src="x"></main>');
  const found = (await new AxeBuilder({ page }).analyze()).violations.map((rule) => rule.id);
  expect(found).toContain('image-alt');
});
