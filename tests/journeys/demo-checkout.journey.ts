import { AxeBuilder, expect, type FrameLocator, type Page } from '../machinery/playwright.ts';
import { frameOf, goInApp, openApp, openOrderAt, test, toastOf } from './demo-page.ts';
import { type Demo, startDemo } from './demo-process.ts';
import { keepScreenshot } from './screenshot.ts';
import { visibleTexts } from './visible-text.ts';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo?.stop());

// Paid with a card whose security code was wrong, and captured with the order.
const wrongCode = '#1055';

const everything = ['クレジットカード', '代金引換', 'コンビニ決済', '銀行振込'];
const withoutCod = everything.filter((name) => name !== '代金引換');
const methods = (page: Page) => page.locator('#methods label');
const notices = (page: Page) => page.locator('.notice');

const openCheckout = (page: Page, more = '') =>
  page.goto(`${demo.origin}/checkout?shop=reidai-shoten.myshopify.com${more}`);

/** Leaves the field, as a buyer does who goes on to the next one. */
async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(text);
  await page.keyboard.press('Tab');
}

/** What the app tells Shopify arrives some seconds later: the buyer types the address again until then. */
async function listedBuyerSees(page: Page, names: string[]): Promise<void> {
  await expect(async () => {
    await type(page, 'メールアドレス', 'reidai.hanako@example.com');
    await expect(methods(page)).toHaveText(everything);
    await type(page, 'メールアドレス', 'Reidai.Rokuro@example.com');
    await expect(methods(page)).toHaveText(names, { timeout: 3_000 });
  }).toPass();
}

const settingsPage = (page: Page) =>
  openApp(page, demo, 'チェックアウトの設定', '/settings/checkout');
const part = (app: FrameLocator, name: string) => app.getByRole('region', { name, exact: true });

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(toastOf(page)).toContainText('設定を保存しました');
}

test('a listed buyer sees no COD but the notices; without the entry COD is back, as the settings say', async ({
  page,
}) => {
  test.slow();
  const tab = await page.context().newPage();
  await test.step('the settings say that one person is known', async () => {
    const state = part(await settingsPage(page), 'いまの状態');
    await expect(state).toContainText('効いています', { timeout: 20_000 });
    await expect(state).toContainText('1件のうち1件（1人）がチェックアウトで効いています');
  });
  await test.step('the buyer sees every method but COD, and no notice yet', async () => {
    await openCheckout(tab);
    await expect(methods(tab)).toHaveText(everything);
    await listedBuyerSees(tab, withoutCod);
    await expect(notices(tab)).toHaveCount(0);
  });
  await test.step('the merchant switches the card notice on', async () => {
    const app = await goInApp(page, '設定');
    await app.getByLabel('カードのお知らせをストアに渡す').check();
    await save(page);
    await expect(app.getByText('文は Shopify に保存済みです。')).toBeVisible();
  });
  await test.step('the buyer reads it, still without COD', async () => {
    await listedBuyerSees(tab, withoutCod);
    await expect(notices(tab)).toHaveCount(1);
    await expect(notices(tab)).toContainText('カード決済について');
    await expect(notices(tab)).toContainText('本人認証サービス（3Dセキュア）');
    await expect(tab.getByText('ここに出る場所は見本のものです')).toBeVisible();
    await keepScreenshot(tab, 'checkout-listed');
    expect((await new AxeBuilder({ page: tab }).analyze()).violations).toEqual([]);
  });
  await test.step('the buyer can order in another way', async () => {
    await tab.getByRole('button', { name: '注文を確定する' }).click();
    await expect(tab.getByRole('status')).toContainText(/ご注文 #\d+ を承りました/);
  });
  await test.step('the clerk takes the entry off the list', async () => {
    const app = await goInApp(page, 'リスト');
    const row = app.locator('.entry-row').filter({ hasText: '架空 六郎' });
    await row.getByRole('button', { name: /外す/ }).click();
    await expect(row).toHaveCount(0);
  });
  await test.step('COD is back', () => listedBuyerSees(tab, everything));
  await test.step('the settings say that the rule stands, and knows nobody', async () => {
    const state = part(await settingsPage(page), 'いまの状態');
    await expect(state).toContainText('0件のうち0件（0人）がチェックアウトで効いています');
    await expect(state).toContainText('保存したルールが Shopify に置かれ、オンになっています。');
    await keepScreenshot(page, 'checkout-settings');
  });
});

test('both notices stand in the buyer’s language; one that is off is gone', async ({ page }) => {
  const app = await openApp(page, demo, '設定', '/settings');
  await app.getByLabel('カードのお知らせをストアに渡す').uncheck();
  await app.getByLabel('不正防止のお知らせをストアに渡す').check();
  await save(page);
  const tab = await page.context().newPage();
  await expect(async () => {
    await openCheckout(tab, '&locale=en');
    await expect(notices(tab)).toContainText(['How we prevent fraud'], { timeout: 2_000 });
  }).toPass();
  await expect(notices(tab)).toContainText('to the police or the card issuer as the law allows');
  await openCheckout(tab);
  await expect(notices(tab)).toContainText(['不正注文の防止について']);
});

test('each rule tells how many past orders it would have touched', async ({ page }) => {
  const rules = part(await settingsPage(page), '代引きを隠すルール');
  const row = rules.getByRole('listitem').filter({ hasText: 'はじめての注文' });
  await rules.getByRole('button', { name: 'はじめての高額な注文に隠す' }).click();
  await expect(row).toContainText(
    /直近\d+件の注文のうち[1-9]\d*件に当てはまります（代引きで支払われたもの \d+件）/,
  );
  await row.getByLabel('この金額を超える').fill('90000000');
  await expect(row).toContainText(/直近\d+件の注文に、当てはまるものはありません。/);
  await row.getByLabel('条件を追加').selectOption({ label: '商品のタグ' });
  await row.getByLabel('タグを追加').fill('予約');
  await row.getByRole('button', { name: '追加', exact: true }).click();
  await row.getByRole('button', { name: '「金額」を外す' }).click();
  await expect(row).toContainText('注文からは、商品のタグが分かりません。');
});

test('what is set at Shopify is recorded, and an order’s page advises by it', async ({ page }) => {
  const app = await settingsPage(page);
  const shopify = part(app, 'Shopify 側の設定');
  await shopify.getByLabel('合わないカードを断る設定').selectOption({ label: 'オンにしている' });
  await save(page);
  await expect(shopify.getByLabel('合わないカードを断る設定')).toHaveValue('on');
  await openOrderAt(page, demo, wrongCode);
  await expect(
    app.getByText('カード会社が、セキュリティコードが合わないと答えました。'),
  ).toBeVisible();
  await expect(app.getByText(/オンと記録されていますが、この注文は入りました/)).toBeVisible();
  await expect(app.getByText(/与信枠だけを戻せるのは/)).toBeVisible();
  await app.getByRole('link', { name: 'Shopify 側の設定を見る' }).first().click();
  await expect(shopify.getByRole('heading', { level: 2 })).toBeInViewport();
  await shopify.getByLabel('売上の手動確定').selectOption({ label: 'オンにしている' });
  await save(page);
  await openOrderAt(page, demo, wrongCode);
  await expect(app.getByText(/オーソリ解除：売上確定済みです/)).toBeVisible();
  await expect(app.getByText(/与信枠だけを戻せるのは/)).toHaveCount(0);
});

test('axe finds nothing in the checkout settings, and nothing is wider than 320 pixels', async ({
  page,
}) => {
  const app = await settingsPage(page);
  await part(app, '代引きを隠すルール').getByRole('button', { name: /^編集/ }).first().click();
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = await app
    .locator('html')
    .evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(overflow).toBe(0);
  await keepScreenshot(page, 'telephone-checkout-settings');
  await openCheckout(page);
  await expect(methods(page)).toHaveText(everything);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('no Japanese is left in the English checkout settings but the shop’s own', async ({
  page,
}) => {
  await openApp(page, demo, '今日');
  await page.getByRole('button', { name: 'English' }).click();
  await openApp(page, demo, 'Checkout settings', '/settings/checkout');
  const app = frameOf(page);
  await expect(app.getByText(/newest \d+ orders/).first()).toBeVisible();
  const texts = await visibleTexts(app.locator('main'));
  const left = texts.filter((text) => /[ぁ-んァ-ヶ一-龠]/.test(text));
  expect(left).toEqual(['リストの人には代引きを表示しない']);
  expect(texts.filter((text) => /^(?:checkout|card)\./.test(text))).toEqual([]);
});
