import { AxeBuilder, expect, type FrameLocator, type Page } from '../machinery/playwright.ts';
import { badgesOf, frameOf, goInApp, openApp, openOrderAt, test, toastOf } from './demo-page.ts';
import { type Demo, startDemo } from './demo-process.ts';
import { keepScreenshot } from './screenshot.ts';
import { visibleTexts, withoutData } from './visible-text.ts';

// An ordinary order by cash on delivery of the demo's morning: 通常 until the merchant decides otherwise.
const ordinaryCod = '#1043';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo?.stop());

const title = '判定の項目';
const signalsPage = (page: Page) => openApp(page, demo, title, '/settings/signals');

/** Finds one signal by its name and unfolds everything that can be set of it. */
async function unfold(app: FrameLocator, name: string): Promise<void> {
  await app.getByLabel('項目を探す').fill(name);
  await app.getByRole('button', { name: `「${name}」を詳しく` }).click();
}

test('a weight is changed, its effect is seen before saving, and orders are judged by it', async ({
  page,
}) => {
  const before = await openOrderAt(page, demo, ordinaryCod);
  await expect(badgesOf(before)).toContainText('通常');
  await expect(before.getByText(/項目（3以下 通常／4～6 要確認／7以上 危険）/)).toBeVisible();

  const app = await goInApp(page, '設定');
  await app.getByRole('link', { name: '項目ごとに、点・基準・言葉を決める' }).click();
  await expect(app.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await unfold(app, '代引き');
  const effect = app.getByRole('complementary', { name: '保存する前に、効果を見る' });
  await app.getByLabel('点', { exact: true }).fill('40');
  await expect(effect).toContainText(/直近\d+件で見ると：/);
  await expect(effect).toContainText(/要確認 \d+→\d+/);
  await effect.getByText(/^判定が変わる注文/).click();
  await expect(effect.getByRole('listitem').filter({ hasText: ordinaryCod })).toContainText(
    '通常→要確認',
  );
  await keepScreenshot(page, 'signals-effect');
  await expect(app.locator('.signal-row').first()).toContainText('変更あり');

  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(toastOf(page)).toContainText('設定を保存しました');
  // What was searched for and unfolded stays: the next change is often the next row.
  await expect(app.getByLabel('点', { exact: true })).toHaveValue('40');
  await expect(effect).toContainText('項目を変えると、');

  await openOrderAt(page, demo, ordinaryCod);
  await expect(badgesOf(app)).toContainText('通常');
  await app.getByRole('button', { name: '再判定', exact: true }).click();
  await expect(badgesOf(app)).toContainText('要確認');
});

test('a change is discarded, and all changes are undone only after a second click', async ({
  page,
}) => {
  const app = await signalsPage(page);
  await unfold(app, '初回');
  await app.getByLabel('該当項目の数に入れる').click();
  const reset = app.getByRole('button', { name: '変更した項目をすべて元に戻す' });
  await reset.click();
  await expect(app.getByText(/^2項目の変更を/)).toBeVisible();
  await app.getByRole('button', { name: 'やめる' }).click();
  await expect(app.getByText(/^2項目の変更を/)).toHaveCount(0);
  await page.getByRole('button', { name: '変更を破棄' }).click();
  await reset.click();
  await expect(app.getByText(/^1項目の変更を/)).toBeVisible();
  await app.getByRole('button', { name: '元に戻す', exact: true }).click();
  await expect(reset).toBeDisabled();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(toastOf(page)).toContainText('設定を保存しました');
});

test('a value out of range is told at its field, and asks for no effect', async ({ page }) => {
  const app = await signalsPage(page);
  await unfold(app, '数量が多い');
  await app.getByLabel('点', { exact: true }).fill('');
  await expect(app.getByText('-100〜100の整数を入れてください。')).toBeVisible();
  await expect(app.getByText('範囲の外の値があります。直すと計算します。')).toBeVisible();
  await app.getByRole('button', { name: 'この項目を元に戻す' }).click();
  await expect(app.getByLabel('点', { exact: true })).toHaveValue('8');
});

test('a shop’s word and a pasted list of cards are kept; bad lines are told', async ({ page }) => {
  const app = await signalsPage(page);
  await app.getByRole('button', { name: /^転送業者/ }).click();
  const word = app.getByLabel('転送業者を追加');
  await word.fill('例示転送センター');
  await word.press('Enter');
  await word.fill('例示転送センター');
  await word.press('Enter');
  await expect(app.getByText('すでに入っています。')).toBeVisible();
  await app.getByLabel('先頭の数字と国').fill('457173 DK\n4111 US\n');
  await expect(app.getByText('1行を使います。')).toBeVisible();
  await expect(app.getByText(/2行目「4111 US」/)).toBeVisible();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(toastOf(page)).toContainText('設定を保存しました');
  const again = await signalsPage(page);
  await expect(again.getByLabel('先頭の数字と国')).toHaveValue('457173 DK');
  await again.getByRole('button', { name: /^転送業者 ?ストアの言葉 1/ }).click();
  await again.getByRole('button', { name: /例示転送センター/ }).click();
  await expect(again.getByText('ストアの言葉はまだありません。')).toBeVisible();
});

test('the weak signals say that they are weak', async ({ page }) => {
  const app = await signalsPage(page);
  for (const name of ['日本人名のローマ字入力', '備考が翻訳調']) {
    await unfold(app, name);
    await expect(app.locator('.signal-row').first()).toContainText('弱い手がかりです。');
  }
});

test('the app tells how old its data is, and whose it is', async ({ page }) => {
  const app = await openApp(page, demo, '設定', '/settings');
  await app.getByRole('link', { name: /^このアプリについて/ }).click();
  await expect(app.getByRole('heading', { level: 1, name: 'このアプリについて' })).toBeVisible();
  const postal = app.getByRole('listitem').filter({ hasText: '郵便番号' }).first();
  await expect(postal).toContainText(/\d{4}年\d{1,2}月\d{1,2}日（/);
  await expect(app.getByText(/Electronic Dictionary Research and Development Group/)).toBeVisible();
});

test('both pages fit a telephone, and axe finds nothing on them', async ({ page }) => {
  const axe = new AxeBuilder({ page }).options({
    resultTypes: ['violations'],
    pingWaitTime: 10_000,
  });
  const violations = async () =>
    (await axe.analyze()).violations.map(
      ({ id, nodes }) => `${page.url()} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
    );
  const width = () =>
    frameOf(page)
      .locator('html')
      .evaluate((html) => [innerWidth, html.scrollWidth - html.clientWidth]);
  const app = await signalsPage(page);
  await unfold(app, '数量が多い');
  await app.getByLabel('点', { exact: true }).fill('9');
  await app.getByRole('button', { name: /^転売されやすい商品/ }).click();
  await expect(app.getByText(/直近\d+件/).first()).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await width()).toEqual([320, 0]);
  await keepScreenshot(page, 'telephone-signals');
  await page.getByRole('button', { name: '変更を破棄' }).click();
  await openApp(page, demo, 'このアプリについて', '/about');
  expect(await width()).toEqual([320, 0]);
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(await violations()).toEqual([]);
});

test('in English no Japanese is left on both pages', async ({ page }) => {
  await openApp(page, demo, '今日');
  await page.getByRole('button', { name: 'English' }).click();
  const app = await openApp(page, demo, 'What orders are checked for', '/settings/signals');
  await app.getByLabel('Show', { exact: true }).selectOption('on');
  await app.getByRole('button', { name: 'Details of “Large quantity”' }).click();
  const japanese = (texts: string[]) => texts.filter((text) => /[ぁ-んァ-ヶ一-龠]/.test(text));
  expect(japanese(await visibleTexts(app.locator('main')))).toEqual([]);
  const about = await openApp(page, demo, 'About this app', '/about');
  // The maker of the postal codes has its name in Japanese only.
  const left = withoutData(await visibleTexts(about.locator('main')), ['日本郵便']);
  expect(japanese(left)).toEqual([]);
});
