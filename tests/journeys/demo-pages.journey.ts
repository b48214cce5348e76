import { demoDay } from '../../web/standin/demo-day.ts';
import { AxeBuilder, expect, type Page } from '../machinery/playwright.ts';
import {
  actionOf,
  badgesOf,
  cardOf,
  frameOf,
  goInApp,
  openApp,
  openOrder,
  openOrderAt,
  storeOrders,
  test,
} from './demo-page.ts';
import { type Demo, startDemo } from './demo-process.ts';
import { keepScreenshot } from './screenshot.ts';
import { textsIn, visibleTexts, withoutData } from './visible-text.ts';

const cardThief = '#1048';
const pages = { ja: ['今日', '注文', '設定'], en: ['Today', 'Orders', 'Settings'] } as const;

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo?.stop());

/** What the store holds of its orders: data stays as it is in any language. */
async function storesData(page: Page): Promise<string[]> {
  const { shops, orders } = await storeOrders(page, demo);
  const thief = orders.find(({ name }) => name === cardThief);
  const query = `shop=${shops[0]?.domain}&id=${thief?.id}`;
  const answer = await page.request.get(`${demo.origin}/store/order?${query}`);
  const { shippingAddress, items, email, note } = (await answer.json()).order;
  const quoted = ['至急', email.split('@')[1]];
  // Orders go on arriving while the pages are read.
  const arrivals = demoDay({ now: Date.now() }).today;
  return textsIn([shops, orders, shippingAddress, items, email, note, quoted, arrivals]);
}

test('no Japanese is left in the English pages but the shop’s own data', async ({ page }) => {
  let app = await openApp(page, demo, '今日');
  await page.getByRole('button', { name: 'English' }).click();
  const data = [...(await storesData(page)), '代引き', '代引'];
  for (const title of pages.en) {
    app = await goInApp(page, title);
    if (title !== 'Settings') await keepScreenshot(page, `${title.toLowerCase()}-en`);
    const left = withoutData(await visibleTexts(app.locator('main')), data);
    expect(left.filter((text) => /[ぁ-んァ-ヶ一-龠]/.test(text))).toEqual([]);
  }
  await openOrder(page, cardThief, 'Orders');
  const left = withoutData(await visibleTexts(app.locator('main')), data);
  expect(left.filter((text) => /[ぁ-んァ-ヶ一-龠]/.test(text))).toEqual([]);
});

// Names of products, of standards, and what stands for itself.
const names =
  'Shopify Sekisho Apple Google Shop Pay Payments Plus Starter KOMOJU Cash on Delivery COD JP IP ID';

test('no English is left in the Japanese pages but names', async ({ page }) => {
  let app = await openApp(page, demo, '今日');
  // What stands on the thief's card is data too; the store's page does not show it.
  const data = [...(await storesData(page)), 'J DOE', ...names.split(' ')];
  const english = /[A-Za-z]{2,}/;
  for (const title of pages.ja) {
    app = await goInApp(page, title);
    const left = withoutData(await visibleTexts(app.locator('main')), data);
    expect(left.filter((text) => english.test(text))).toEqual([]);
  }
  await openOrder(page, cardThief);
  const left = withoutData(await visibleTexts(app.locator('main')), data);
  expect(left.filter((text) => english.test(text))).toEqual([]);
});

test('axe finds nothing on any page', async ({ page }) => {
  await openApp(page, demo, '今日');
  // Selectors of the thousand nodes that pass would cost more than the look itself; a frame that is
  // slow to answer would be left out, and the page would seem to have no heading.
  const axe = new AxeBuilder({ page }).options({
    resultTypes: ['violations'],
    pingWaitTime: 10_000,
  });
  const violations = async () =>
    (await axe.analyze()).violations.map(
      ({ id, nodes }) => `${page.url()} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
    );
  expect(await violations()).toEqual([]);
  await goInApp(page, '設定');
  expect(await violations()).toEqual([]);
  const app = await openOrder(page, cardThief);
  await app.getByText(/^ほかの理由/).click();
  await app.getByText(/^未確認 \d+件/).click();
  expect(await violations()).toEqual([]);
  await goInApp(page, '注文');
  expect(await violations()).toEqual([]);
});

test('nothing is wider than a telephone of 320 pixels', async ({ page }) => {
  await openApp(page, demo, '今日');
  await page.setViewportSize({ width: 320, height: 640 });
  const app = frameOf(page);
  const overflow = () =>
    app.locator('html').evaluate((html) => [innerWidth, html.scrollWidth - html.clientWidth]);
  for (const title of pages.ja) {
    await goInApp(page, title);
    expect(await overflow(), title).toEqual([320, 0]);
    await keepScreenshot(page, `telephone-${pages.en[pages.ja.indexOf(title)]?.toLowerCase()}`);
  }
  await openOrder(page, cardThief);
  expect(await overflow()).toEqual([320, 0]);
});

test('an order is found by its number, and by the buyer’s whole name', async ({ page }) => {
  await openApp(page, demo, '今日');
  const app = await goInApp(page, '注文');
  const search = app.getByPlaceholder(/注文番号の先頭/);
  const rows = app.getByRole('row').filter({ hasText: '#' });
  await search.fill(cardThief);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('転送サービス宛');
  await search.fill('見本 次郎');
  await expect(rows).not.toHaveCount(1);
  await expect(rows.filter({ hasNotText: '見本 次郎' })).toHaveCount(0);
  await search.fill('#9999');
  await expect(app.getByText('条件に合う注文はありません')).toBeVisible();
});

test('a part-timer reads an order, and may not cancel it', async ({ page }) => {
  await openOrderAt(page, demo, cardThief);
  await page
    .getByLabel('スタッフ')
    .selectOption({ label: '見本 太郎（アルバイト・キャンセル不可）' });
  const app = frameOf(page);
  for (const name of ['注文をキャンセル', 'オーソリ解除']) {
    await expect(actionOf(app, name).button).toBeDisabled();
    await expect(actionOf(app, name).line).toContainText('許可');
  }
  await expect(actionOf(app, '問題なしにする').button).toBeEnabled();
});

test('a fresh shop only observes: it tells what it would have held, and holds nothing', async ({
  page,
}) => {
  await openApp(page, demo, '今日');
  await page.getByLabel('ストア').selectOption({ label: 'みほん雑貨店' });
  const app = frameOf(page);
  await expect(app.getByText('いまは記録のみで動いています')).toBeVisible();
  await page.locator('#side').getByRole('link', { name: '注文' }).first().click();
  await page.getByLabel('注文が届く').selectOption({ label: '盗難カード' });
  await page.getByRole('button', { name: '注文が届く' }).click();
  await page.locator('#side').getByRole('link', { name: 'Sekisho' }).click();
  const wouldHold = app.getByText(/「自動で保留する」なら 1件の出荷を止めていました/);
  // The page looks again every ten seconds; the order may be judged just after the first look.
  await expect(wouldHold).toBeVisible({ timeout: 15_000 });
  await keepScreenshot(page, 'observe');
  await openOrder(page, '#1041');
  await expect(badgesOf(app)).toContainText('保留の対象（記録のみ）');
  const store = await page.context().newPage();
  await store.goto(`${demo.origin}/orders`);
  await store.getByRole('link', { name: '#1041', exact: true }).click();
  await expect(store.getByRole('heading', { level: 1 })).toHaveText('#1041');
  await expect(cardOf(store, '出荷の単位')).not.toContainText('保留');
  await expect(cardOf(store, 'リスク')).not.toContainText('Sekisho');
});
