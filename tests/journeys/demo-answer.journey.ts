import { readFileSync } from 'node:fs';
import { AxeBuilder, type Browser, expect, type Page } from '../machinery/playwright.ts';
import { badgesOf, openApp, openOrderAt, test } from './demo-page.ts';
import { type Demo, startDemo } from './demo-process.ts';
import { keepScreenshot } from './screenshot.ts';

// The day begins with these, always in this order (web/standin/demo-day.ts).
const codPrank = '#1045';
const cardThief = '#1048';

test.describe.configure({ mode: 'serial' });

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo?.stop());

/** The link as it stands in the mail that would go out; asked for as the order page asks. */
async function linkOf(page: Page, order: string): Promise<string> {
  await openOrderAt(page, demo, order);
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const frame = page.frames().find((one) => one !== page.mainFrame());
  const text = await frame?.evaluate(async (path) => {
    const bridge: unknown = Reflect.get(window, 'shopify');
    const idToken: unknown = Object(bridge).idToken;
    const token = typeof idToken === 'function' ? await idToken() : '';
    const answer = await fetch(path, { headers: { authorization: `Bearer ${token}` } });
    return answer.text();
  }, `/api/orders/${id}/contact?template=phone-request&language=ja`);
  const link = /https?:[^\s"\\]+\/a\/[0-9a-z]{40}/.exec(text ?? '')?.[0];
  if (link === undefined) throw new Error(`No link in ${text}`);
  return link;
}

/** As a buyer opens it: on a telephone, in a mail program that runs no script. */
async function openAsBuyer(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'ja-JP',
    viewport: { width: 320, height: 800 },
  });
  const buyer = await context.newPage();
  await buyer.goto(link);
  return buyer;
}

test('a buyer who did not order says so without a script, and staff see it at once', async ({
  page,
  browser,
}) => {
  const buyer = await openAsBuyer(browser, await linkOf(page, codPrank));
  await expect(buyer.getByRole('heading', { level: 1 })).toHaveText('ご注文の確認');
  await expect(buyer.getByText(codPrank)).toBeVisible();
  await keepScreenshot(buyer, 'answer-asked');
  await buyer.getByRole('button', { name: '注文していません' }).click();
  await expect(buyer.getByText('「注文していません」とお店にお伝えしました。')).toBeVisible();
  await buyer.reload();
  await expect(buyer.getByRole('button')).toHaveCount(0);
  await keepScreenshot(buyer, 'answer-told');

  const app = await openOrderAt(page, demo, codPrank);
  await expect(badgesOf(app)).toContainText('危険');
  await expect(app.locator('.timeline')).toContainText('「注文していません」との回答がありました');
  await expect(app.locator('.timeline')).toContainText('お客様');
});

test('the history says who did what, is narrowed, and comes as a file', async ({ page }) => {
  const app = await openApp(page, demo, '履歴', '/audit');
  const rows = app.locator('.audit-rows > li');
  await expect(rows.first()).toBeVisible();
  await app.getByLabel('だれが').selectOption({ label: 'お客様' });
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('「注文していません」との回答がありました');
  await expect(rows.first().getByRole('link', { name: codPrank })).toBeVisible();
  await keepScreenshot(page, 'history');
  const waiting = page.waitForEvent('download');
  await app.getByRole('button', { name: '書き出す' }).click();
  const file = await (await waiting).path();
  const lines = readFileSync(file, 'utf8').trimEnd().split('\r\n');
  expect(lines[0]).toBe('\uFEFF日時,だれが,できごと,注文,理由,変わったもの,変更前,変更後,詳細');
  expect(lines).toHaveLength(2);
  await app.getByRole('button', { name: '条件を外す' }).click();
  await expect(app.getByText('履歴を書き出しました')).toBeVisible();
  await app.getByLabel('注文番号').fill('#9999');
  await expect(app.getByText('この条件に合う履歴はありません')).toBeVisible();
});

test('axe finds nothing in the history and the buyer’s page, and nothing is wider than 320 pixels', async ({
  page,
  browser,
}) => {
  const link = await linkOf(page, cardThief);
  const found = async (one: Page) =>
    (await new AxeBuilder({ page: one }).analyze()).violations.map(({ id, nodes }) => [
      id,
      nodes.map(({ html }) => html),
    ]);
  const app = await openApp(page, demo, '履歴', '/audit');
  await expect(app.locator('.audit-rows > li').first()).toBeVisible();
  expect(await found(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await app.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(320);
  await keepScreenshot(page, 'history-narrow');
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 320, height: 800 },
    });
    const buyer = await context.newPage();
    await buyer.goto(`${link}?lang=en`);
    await expect(buyer.getByRole('button', { name: 'I ordered this', exact: true })).toBeVisible();
    expect(await found(buyer)).toEqual([]);
    const width = await buyer.locator('html').evaluate((html) => html.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    await context.close();
  }
});
