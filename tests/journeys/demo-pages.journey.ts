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
/** Lists, returns, signals and checkout are looked at in journeys of their own. */
const pages = [
  { at: '', ja: '今日', en: 'Today' },
  { at: '/queue', ja: '案件', en: 'Cases' },
  { at: '/orders', ja: '注文', en: 'Orders' },
  { at: '/settings', ja: '設定', en: 'Settings' },
  { at: '/settings/templates', ja: '文面と連絡', en: 'Wording and contact' },
  { at: '/audit', ja: '履歴', en: 'History' },
] as const;

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo?.stop());

/** What the demo's owner has written below the letters (web/demo.ts). */
const signatureOfShop = [
  'れいだい商店',
  '〒150-0001 東京都渋谷区神宮前99-1-2',
  'https://reidai-shoten.example.jp',
  'info@reidai-shoten.example.jp',
  '10:00〜17:00',
  '土日祝日',
];

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

/** In the language of the page: what is left of its texts without what the store and its staff wrote. */
async function wordsOf(page: Page, data: readonly string[]): Promise<string[]> {
  const texts = await visibleTexts(frameOf(page).locator('main'));
  // The preview of a letter has a link for the buyer.
  return withoutData(
    texts.map((text) => text.replaceAll(/https?:\/\/\S+/g, '')),
    data,
  );
}

/** The order whose buyer has most to be asked, with every part of the contact open. */
async function openContact(page: Page, title: string): Promise<void> {
  const app = await openOrderAt(page, demo, cardThief);
  const card = app.locator('.Polaris-ShadowBevel').filter({
    has: app.getByRole('heading', { name: title, exact: true }),
  });
  for (const fold of await card.locator('summary').all()) await fold.click();
}

test('no Japanese is left in the English pages but the shop’s own data', async ({ page }) => {
  await openApp(page, demo, '今日');
  await page.getByRole('button', { name: 'English' }).click();
  const data = [...(await storesData(page)), '代引き', '代引', ...signatureOfShop];
  // Words that did not come with their page show as their key.
  const foreign = /[ぁ-んァ-ヶ一-龠]|^[a-z]+[A-Za-z]*(\.[\w-]+)+$/;
  for (const { at, en } of pages) {
    await openApp(page, demo, en, at);
    if (at !== '/settings')
      await keepScreenshot(page, `${en.toLowerCase().replaceAll(' ', '-')}-en`);
    expect(
      (await wordsOf(page, data)).filter((text) => foreign.test(text)),
      en,
    ).toEqual([]);
  }
  await openContact(page, 'Contact with the buyer');
  expect((await wordsOf(page, data)).filter((text) => foreign.test(text))).toEqual([]);
});

// Names of products, of standards, and what stands for itself.
const names = [
  'Shopify Sekisho Apple Google Shop Pay Payments Plus Starter KOMOJU Cash on Delivery COD JP IP ID',
  'SMTP STARTTLS SSL/TLS smtp.example.com Slack Incoming Webhook URL',
].join(' ');

test('no English is left in the Japanese pages but names', async ({ page }) => {
  await openApp(page, demo, '今日');
  // What stands on the thief's card is data too; the store's page does not show it.
  const data = [...(await storesData(page)), 'J DOE', ...names.split(' '), ...signatureOfShop];
  const english = /[A-Za-z]{2,}/;
  for (const { at, ja } of pages) {
    await openApp(page, demo, ja, at);
    expect(
      (await wordsOf(page, data)).filter((text) => english.test(text)),
      ja,
    ).toEqual([]);
  }
  await openContact(page, '購入者への連絡');
  expect((await wordsOf(page, data)).filter((text) => english.test(text))).toEqual([]);
});

test('axe finds nothing on any page', async ({ page }) => {
  // Every rule over every node of seven pages.
  test.slow();
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
  for (const { at, ja } of pages) {
    await openApp(page, demo, ja, at);
    expect(await violations()).toEqual([]);
  }
  await openContact(page, '購入者への連絡');
  const app = frameOf(page);
  await app.getByText(/^ほかの理由/).click();
  await app.getByText(/^未確認 \d+件/).click();
  expect(await violations()).toEqual([]);
});

test('nothing is wider than a telephone of 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = () =>
    frameOf(page)
      .locator('html')
      .evaluate((html) => [innerWidth, html.scrollWidth - html.clientWidth]);
  for (const { at, ja, en } of pages) {
    await openApp(page, demo, ja, at);
    expect(await overflow(), ja).toEqual([320, 0]);
    await keepScreenshot(page, `telephone-${en.toLowerCase().replaceAll(' ', '-')}`);
  }
  await openContact(page, '購入者への連絡');
  expect(await overflow()).toEqual([320, 0]);
  await keepScreenshot(page, 'telephone-order');
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
