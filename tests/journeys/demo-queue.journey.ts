import { AxeBuilder, expect, type FrameLocator, type Page } from '../machinery/playwright.ts';
import { frameOf, goInApp, openApp, storeOrders, test, toastOf } from './demo-page.ts';
import { type Demo, startDemo } from './demo-process.ts';
import { keepScreenshot } from './screenshot.ts';
import { textsIn, visibleTexts, withoutData } from './visible-text.ts';

// The day begins with these, always in this order (web/standin/demo-day.ts).
const cardThief = '#1048';
const lastOfMorning = '#1057';

test.describe.configure({ mode: 'serial' });

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo?.stop());

const rowsOf = (app: FrameLocator) => app.locator('.case-row');
const rowOf = (app: FrameLocator, name: string) => rowsOf(app).filter({ hasText: name });
const linkOf = (app: FrameLocator, name: string) =>
  rowsOf(app).getByRole('link', { name, exact: true });
const barOf = (app: FrameLocator) => app.getByRole('region', { name: '選んだ案件の操作' });
const runOf = (app: FrameLocator) => app.getByRole('region', { name: 'まとめて行った操作' });

/** The page of cases, once the order that arrives last in the morning is there. */
async function openQueue(page: Page, at = '/queue'): Promise<FrameLocator> {
  const app = await openApp(page, demo, '案件', at);
  if (at === '/queue') await expect(linkOf(app, lastOfMorning)).toBeVisible({ timeout: 40_000 });
  return app;
}

/** Everything that the rows and the case cards repeat from the store. */
async function storesData(page: Page): Promise<string[]> {
  const { shops, orders } = await storeOrders(page, demo);
  return textsIn([shops, orders]);
}

test('one request brings all that the page shows; a new case comes by itself', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.push(pathname);
  });
  const app = await openApp(page, demo, '案件', '/queue');
  await expect(rowsOf(app).first()).toBeVisible();
  // The shell asks who is reading; the change counter comes seconds later.
  expect(asked.filter((path) => path !== '/api/me')).toEqual(['/api/queue']);
  // It came while the page stood there, and whoever does not see the screen is told.
  await expect(linkOf(app, lastOfMorning)).toBeVisible({ timeout: 30_000 });
  await expect(app.getByText(`新しい案件が1件あります：${lastOfMorning}。`)).toBeAttached();
  const row = rowOf(app, cardThief);
  await expect(row).toContainText('危険');
  await expect(row).toContainText(/ほか\d+件（同じ住所）/);
  await expect(row).toContainText('カード');
  await expect(row).toContainText('与信枠：');
  await expect(row).toContainText('担当なし');
  await keepScreenshot(page, 'queue');
});

test('views, filters and search narrow the cases, and a view is kept under a name', async ({
  page,
}) => {
  const app = await openQueue(page);
  const views = app.getByRole('navigation', { name: '表示する案件' });
  await app.getByRole('button', { name: '支払い', exact: true }).click();
  await app.getByRole('checkbox', { name: '代引き' }).click();
  await page.keyboard.press('Escape');
  await expect(rowsOf(app).filter({ hasNotText: '代引き' })).toHaveCount(0);
  await expect(rowsOf(app)).not.toHaveCount(0);
  await app.getByRole('button', { name: 'この条件を保存' }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByRole('button', { name: '保存する' }).click();
  await expect(dialog.getByText('名前を入れてください。')).toBeVisible();
  await dialog.getByLabel('名前').fill('代引きだけ');
  await dialog.getByRole('checkbox', { name: 'このストアの全員に見せる' }).check();
  await dialog.getByRole('button', { name: '保存する' }).click();
  const kept = views.getByRole('button', { name: '代引きだけ（共有）' });
  await expect(kept).toHaveAttribute('aria-current', 'true');
  await views.getByRole('button', { name: /^すべて/ }).click();
  await app.getByRole('textbox', { name: '案件を探す' }).fill(cardThief);
  await expect(rowsOf(app)).toHaveCount(1);
  await app.getByRole('textbox', { name: '案件を探す' }).fill('#9999');
  await expect(app.getByText('条件に合う案件はありません')).toBeVisible();
  await app.getByRole('button', { name: '条件をすべて外す' }).click();
  await expect(linkOf(app, lastOfMorning)).toBeVisible();
  await kept.click();
  await app.getByRole('button', { name: 'この表示を削除' }).click();
  await expect(kept).toHaveCount(0);
  await expect(toastOf(page)).toContainText('「代引きだけ」を削除しました');
});

test('the keys move, choose, and leave letters alone where somebody types', async ({ page }) => {
  const app = await openQueue(page);
  await app.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('j');
  await expect(rowsOf(app).first().getByRole('link').first()).toBeFocused();
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  await expect(barOf(app)).toContainText('3件の案件');
  await page.keyboard.press('Escape');
  await expect(barOf(app)).toHaveCount(0);
  await page.keyboard.press('/');
  await page.keyboard.type('jxar?');
  await expect(app.getByRole('textbox', { name: '案件を探す' })).toHaveValue('jxar?');
  await expect(app.getByRole('dialog')).toHaveCount(0);
  await app.getByRole('textbox', { name: '案件を探す' }).fill('');
  await expect(linkOf(app, cardThief)).toBeVisible();
  await app.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  const keys = app.getByRole('dialog', { name: 'キーボード操作' });
  await expect(keys).toContainText('自分が担当する');
  await keys.getByRole('checkbox', { name: '文字のキーを使う' }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(app.locator('.row-link:focus')).toHaveCount(0);
  await page.keyboard.press('?');
  await keys.getByRole('checkbox', { name: '文字のキーを使う' }).check();
  await page.keyboard.press('Escape');
  await linkOf(app, cardThief).focus();
  await page.keyboard.press('Enter');
  await expect(app.getByRole('heading', { level: 1, name: cardThief })).toBeVisible();
});

test('what a colleague does shows by itself; what was chosen stays chosen', async ({
  page,
  browser,
}) => {
  const app = await openQueue(page);
  await linkOf(app, cardThief).focus();
  await page.keyboard.press('x');
  await expect(barOf(app)).toContainText('1件の案件');
  const context = await browser.newContext();
  try {
    const colleague = await context.newPage();
    await openApp(colleague, demo, '案件', '/queue');
    await colleague
      .getByLabel('スタッフ')
      .selectOption({ label: '見本 太郎（アルバイト・キャンセル不可）' });
    const theirs = frameOf(colleague);
    await expect(linkOf(theirs, cardThief)).toBeVisible();
    await linkOf(theirs, cardThief).focus();
    await colleague.keyboard.press('a');
    await expect(toastOf(colleague)).toContainText(`${cardThief} の担当を 見本 太郎 にしました`);
  } finally {
    await context.close();
  }
  await expect(rowOf(app, cardThief)).toContainText('見本 太郎', { timeout: 30_000 });
  await expect(app.getByText(/担当が変わった案件が1件あります/)).toBeAttached();
  await expect(linkOf(app, cardThief)).toBeFocused();
  await expect(barOf(app)).toContainText('1件の案件');
});

test('many are cancelled at once only after the money was told, and stopped in time', async ({
  page,
}) => {
  const app = await openQueue(page);
  await app.getByRole('checkbox', { name: 'このページの案件をすべて選ぶ' }).check();
  await barOf(app).getByRole('button', { name: '注文をキャンセル' }).click();
  const dialog = app.getByRole('dialog');
  await expect(dialog).toContainText(/カード \d+件・¥[\d,]+：与信枠を解除し/);
  await expect(dialog).toContainText(/代引き \d+件・¥[\d,]+：返金はありません。/);
  await keepScreenshot(page, 'queue-cancel');
  await dialog.getByRole('button', { name: /件をキャンセルする$/ }).click();
  await expect(runOf(app)).toContainText('注文をキャンセルしています');
  await runOf(app).getByRole('button', { name: 'すべて止める' }).click();
  await expect(runOf(app)).toContainText('キャンセルを止めました');
  await expect(runOf(app)).toContainText(/できた注文 0件・できなかった注文 0件・止めた注文 \d+件/);
  await runOf(app).getByRole('button', { name: '閉じる' }).click();
  await expect(runOf(app)).toHaveCount(0);
});

test('holds are released in bulk, with a result for each order that a reload finds again', async ({
  page,
}) => {
  const app = await openQueue(page);
  await linkOf(app, lastOfMorning).focus();
  await page.keyboard.press('r');
  await app
    .getByRole('dialog')
    .getByRole('button', { name: /の保留を解除$/ })
    .click();
  await expect(runOf(app)).toContainText('保留の解除が終わりました', { timeout: 20_000 });
  await expect(linkOf(app, lastOfMorning)).toHaveCount(0);
  await openApp(page, demo, '案件', '/queue');
  await expect(runOf(app)).toContainText('保留の解除が終わりました');
  await runOf(app)
    .getByText(/^注文ごとの結果/)
    .click();
  const item = runOf(app).getByRole('listitem').filter({ hasText: lastOfMorning });
  await expect(item).toContainText('できました');
  await keepScreenshot(page, 'queue-run');
  await runOf(app).getByRole('button', { name: '閉じる' }).click();
  await app.getByRole('button', { name: '完了した案件' }).click();
  await expect(rowOf(app, lastOfMorning)).toContainText('保留解除済み');
});

test('the case on the order page: who, notes, linked orders, and a check left out', async ({
  page,
}) => {
  const app = await openApp(page, demo, '案件', '/queue');
  await linkOf(app, cardThief).click();
  await expect(app.getByRole('heading', { level: 2, name: '案件' })).toBeVisible();
  await app.getByRole('button', { name: '自分が担当する' }).click();
  await expect(app.getByText('担当：例題 花子')).toBeVisible();
  await app.getByLabel('メモを書く').fill('電話は午後に。');
  await app.getByRole('button', { name: 'メモを残す' }).click();
  await expect(app.locator('.buyers-note').filter({ hasText: '電話は午後に。' })).toBeVisible();
  const split = app.getByRole('button', { name: /を別の案件に分ける$/ }).first();
  const linked = ((await split.getAttribute('aria-label')) ?? '').split(' ')[0] ?? '';
  await split.click();
  await app.getByRole('dialog').getByRole('button', { name: '分ける' }).click();
  await expect(app.getByRole('button', { name: `${linked} を別の案件に分ける` })).toHaveCount(0);
  await app.getByRole('button', { name: 'ほかの案件とまとめる' }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByLabel('まとめる案件の注文番号').fill(linked);
  await dialog.getByRole('button', { name: `${linked} の案件とまとめる` }).click();
  await expect(app.getByRole('button', { name: `${linked} を別の案件に分ける` })).toBeVisible();
  await app.getByRole('button', { name: '「転送サービス宛」をこの購入者では見ない' }).click();
  await expect(dialog).toContainText('ほかの購入者は変わりません。');
  await dialog.getByRole('button', { name: '見ないことにする' }).click();
  await expect(app.getByText(/転送サービス宛：.* まで（例題 花子）/)).toBeVisible();
  await app.getByRole('button', { name: '「転送サービス宛」をまた見る' }).click();
  await expect(
    app.getByRole('button', { name: '「転送サービス宛」をこの購入者では見ない' }),
  ).toBeVisible();
});

test('the cases can be read by everybody: axe, 320 pixels, one language', async ({ page }) => {
  const app = await openApp(page, demo, '案件', '/queue');
  await expect(rowsOf(app).first()).toBeVisible();
  const axe = () =>
    new AxeBuilder({ page }).options({ resultTypes: ['violations'], pingWaitTime: 10_000 });
  const violations = async (look = axe()) =>
    (await look.analyze()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
    );
  expect(await violations()).toEqual([]);
  await app.getByRole('checkbox', { name: 'このページの案件をすべて選ぶ' }).check();
  expect(await violations()).toEqual([]);
  await app.getByRole('button', { name: 'キーボード操作' }).click();
  // The page below an open dialog is out of reach, and would seem to have no heading.
  expect(await violations(axe().include(['#app', 'dialog']))).toEqual([]);
  await page.keyboard.press('Escape');
  const data = [...(await storesData(page)), 'Shopify', 'Enter', 'Shift', 'Esc'];
  const left = withoutData(await visibleTexts(app.locator('main')), data);
  expect(left.filter((text) => /[A-Za-z]{2,}/.test(text))).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = () =>
    app.locator('html').evaluate((html) => [innerWidth, html.scrollWidth - html.clientWidth]);
  expect(await overflow()).toEqual([320, 0]);
  await keepScreenshot(page, 'telephone-queue');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'English' }).click();
  await goInApp(page, 'Cases');
  await expect(rowsOf(app).first()).toBeVisible();
  const japanese = withoutData(await visibleTexts(app.locator('main')), data);
  expect(japanese.filter((text) => /[ぁ-んァ-ヶ一-龠]/.test(text))).toEqual([]);
  await keepScreenshot(page, 'queue-en');
});
