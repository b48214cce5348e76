import { expect } from '../machinery/playwright.ts';
import {
  actionOf,
  badgesOf,
  cardOf,
  openApp,
  openOrder,
  openOrderAt,
  storePage,
  test,
  toastOf,
} from './demo-page.ts';
import { type Demo, startDemo } from './demo-process.ts';
import { keepPicture, keepScreenshot } from './screenshot.ts';

// The day begins with these, always in this order (web/standin/demo-day.ts).
const codToRelease = '#1046';
const codToUndo = '#1047';
const otherCardTest = '#1052';

test.describe.configure({ mode: 'serial' });

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo?.stop());

test('today’s page opens in Japanese, and an order arrives while somebody looks', async ({
  page,
}) => {
  const opened = Date.now();
  const app = await openApp(page, demo, '今日');
  await expect(app.getByText('確認を待っている注文')).toBeVisible();
  await expect(app.getByText('9件', { exact: true })).toBeVisible();
  await expect(app.getByText('10件', { exact: true })).toBeVisible({ timeout: 10_000 });
  await expect(app.getByRole('link', { name: '#1057' })).toBeVisible();
  expect(Date.now() - opened).toBeLessThan(10_000);
  await keepScreenshot(page, 'today');
  await keepPicture(page, 'today');
});

test('a held order tells a clerk why, and its hold is released in one click', async ({ page }) => {
  await openApp(page, demo, '今日');
  const app = await openOrder(page, codToRelease);
  await expect(badgesOf(app)).toContainText('要確認');
  await expect(badgesOf(app)).toContainText('出荷保留中');
  await expect(app.getByRole('heading', { name: /項目に該当（要確認）：/ })).toBeVisible();
  await expect(app.locator('.reasons').first().getByRole('listitem')).toHaveCount(3);
  await expect(app.locator('.reasons').first()).toContainText(
    '数量が普段より多い注文です（8点）。',
  );
  const release = actionOf(app, '保留を解除');
  await expect(release.line).toContainText('このアプリの保留だけを外します。');
  await release.button.click();
  await expect(toastOf(page)).toContainText('保留を解除しました');
  await expect(badgesOf(app)).toContainText('保留解除済み');

  const store = await storePage(page, demo, codToRelease);
  await expect(cardOf(store, '出荷の単位')).toContainText('出荷待ち');
  await expect(cardOf(store, '出荷の単位')).not.toContainText('Sekishoの保留');
  await expect(store.getByRole('heading', { level: 1 })).toContainText('sekisho:caution');
  await expect(store.getByRole('heading', { level: 1 })).not.toContainText('sekisho:held');
});

test('a release is taken back from its toast, and the shipment is held again', async ({ page }) => {
  const app = await openOrderAt(page, demo, codToUndo);
  await actionOf(app, '保留を解除').button.click();
  await expect(badgesOf(app)).toContainText('保留解除済み');
  await toastOf(page).getByRole('button', { name: '取り消す' }).click();
  await expect(badgesOf(app)).toContainText('出荷保留中');
  const store = await storePage(page, demo, codToUndo);
  await expect(cardOf(store, '出荷の単位')).toContainText('Sekishoの保留');
});

test('an order is marked as safe, and the store sees it', async ({ page }) => {
  const app = await openOrderAt(page, demo, otherCardTest);
  await actionOf(app, '問題なしにする').button.click();
  await expect(toastOf(page)).toContainText('問題なしにしました');
  await expect(badgesOf(app)).toContainText('問題なし');
  const store = await storePage(page, demo, otherCardTest);
  const title = store.getByRole('heading', { level: 1 });
  await expect(title).toContainText('sekisho:approved');
  await expect(title).not.toContainText(/sekisho:(high|caution|held)/);
  await expect(store.locator('.hold')).toHaveCount(0);
  await expect(cardOf(store, 'リスク').locator('section', { hasText: 'Sekisho' })).toContainText(
    '低',
  );
});
