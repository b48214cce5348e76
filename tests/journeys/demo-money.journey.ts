import { expect } from '../machinery/playwright.ts';
import {
  actionOf,
  badgesOf,
  cardOf,
  goInApp,
  openApp,
  openOrderAt,
  storePage,
  test,
  toastOf,
} from './demo-page.ts';
import { type Demo, startDemo } from './demo-process.ts';
import { keepPicture, keepScreenshot } from './screenshot.ts';

// The day begins with these, always in this order (web/standin/demo-day.ts).
const codPrank = '#1045';
const cardThief = '#1048';
const cardTest = '#1051';

test.describe.configure({ mode: 'serial' });

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo?.stop());

test('a cancellation is taken back within its window, and nothing happened to the order', async ({
  page,
}) => {
  const app = await openOrderAt(page, demo, cardThief);
  await keepScreenshot(page, 'order');
  await keepPicture(page, 'order');
  const cancel = actionOf(app, '注文をキャンセル');
  await expect(cancel.line).toContainText(
    '¥148,500 の与信枠を解除し、在庫を戻します。購入者へのメールは送りません。',
  );
  await cancel.button.click();
  await expect(toastOf(page)).toContainText(/\d秒後にキャンセルします/);
  await expect(badgesOf(app)).toContainText('キャンセル中');
  await keepScreenshot(page, 'cancelling-with-undo');
  await keepPicture(page, 'cancel');
  await toastOf(page).getByRole('button', { name: '取り消す' }).click();
  await expect(badgesOf(app)).toContainText('出荷保留中');
  await expect(cancel.button).toBeEnabled();
  const store = await storePage(page, demo, cardThief);
  await expect(cardOf(store, 'お金')).toContainText('与信確保（オーソリ）');
  await expect(store.getByRole('heading', { level: 1 })).not.toContainText('キャンセル済み');
});

test('the undo window is shortened on the settings page, and saved with the bar', async ({
  page,
  complaints,
}) => {
  complaints.expect('422 (Unprocessable Entity)');
  const app = await openApp(page, demo, '設定', '/settings');
  await keepScreenshot(page, 'settings');
  const bar = page.getByRole('region', { name: '保存していない変更があります' });
  await expect(bar).toBeHidden();
  const seconds = app.getByLabel('スタッフが押したあと、取り消せる時間');
  await seconds.fill('31');
  await bar.getByRole('button', { name: '保存' }).click();
  await expect(app.getByText('赤い項目を直して、もう一度保存してください。')).toBeVisible();
  await seconds.fill('1');
  await bar.getByRole('button', { name: '保存' }).click();
  await expect(toastOf(page)).toContainText('設定を保存しました');
  await expect(bar).toBeHidden();
  await page.reload();
  await expect(seconds).toHaveValue('1');
});

test('the card thief’s order is cancelled and its authorization released', async ({ page }) => {
  const app = await openOrderAt(page, demo, cardThief);
  await actionOf(app, '注文をキャンセル').button.click();
  await expect(badgesOf(app)).toContainText('キャンセル済み');
  const store = await storePage(page, demo, cardThief);
  await expect(store.getByRole('heading', { level: 1 })).toContainText('キャンセル済み');
  await expect(cardOf(store, 'お金')).toContainText('無効（与信枠は解除）');
  await expect(cardOf(store, 'お金')).toContainText('与信枠￥0');
  await expect(cardOf(store, '連絡先')).toContainText('購入者へのメールなし');
  await expect(store.locator('.hold')).toHaveCount(0);
  await keepScreenshot(store, 'store-order');
});

test('an order on delivery is cancelled: there is no money to return', async ({ page }) => {
  const app = await openOrderAt(page, demo, codPrank);
  const cancel = actionOf(app, '注文をキャンセル');
  await expect(cancel.line).toContainText('代引きのため返金はありません。');
  await expect(app.getByText('代引きのため、解除する与信枠はありません。')).toBeVisible();
  await cancel.button.click();
  await expect(badgesOf(app)).toContainText('キャンセル済み');
  const store = await storePage(page, demo, codPrank);
  await expect(store.getByRole('heading', { level: 1 })).toContainText('キャンセル済み');
  await expect(cardOf(store, 'お金')).not.toContainText('返金 ￥');
  await expect(store.locator('.hold')).toHaveCount(0);
});

test('an authorization is voided: the order stays, and stays on hold', async ({ page }) => {
  const app = await openOrderAt(page, demo, cardTest);
  const release = actionOf(app, 'オーソリ解除');
  await expect(release.line).toContainText(
    '¥864 の与信枠だけを戻します。注文は残り、出荷は保留のままです。',
  );
  await release.button.click();
  await expect(badgesOf(app)).toContainText('オーソリ解除済み');
  const store = await storePage(page, demo, cardTest);
  await expect(cardOf(store, 'お金')).toContainText('与信枠￥0');
  await expect(cardOf(store, '出荷の単位')).toContainText('Sekishoの保留');
  await expect(store.getByRole('heading', { level: 1 })).not.toContainText('キャンセル済み');
});

test('today counts what was decided, and nothing slipped by', async ({ page }) => {
  const app = await openApp(page, demo, '今日');
  await expect(app.getByText('問題なし 0・保留解除 0・キャンセル 2・オーソリ解除 1')).toBeVisible();
  await expect(app.getByText('0 / 0', { exact: true })).toBeVisible();
  await goInApp(page, '注文');
  await keepScreenshot(page, 'orders');
  const store = await page.context().newPage();
  await store.goto(`${demo.origin}/orders`);
  await expect(store.getByRole('row').filter({ hasText: cardThief })).toContainText(
    'キャンセル済み',
  );
  await keepScreenshot(store, 'store-orders');
  await keepPicture(store, 'store');
});
