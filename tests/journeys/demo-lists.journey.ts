import { AxeBuilder, expect, type FrameLocator, type Page } from '../machinery/playwright.ts';
import { shiftJis } from '../support/shift-jis.ts';
import {
  actionOf,
  badgesOf,
  goInApp,
  openApp,
  openOrderAt,
  storeOrders,
  test,
  toastOf,
} from './demo-page.ts';
import { type Demo, startDemo } from './demo-process.ts';
import { keepScreenshot } from './screenshot.ts';
import { visibleTexts } from './visible-text.ts';

// The day begins with these, always in this order (web/standin/demo-day.ts).
const ordinaryCod = '#1043';
const victim = '#1047';
const cardThief = '#1048';
const trusted = '#1049';
const knownRoom = '#1057';

test.describe.configure({ mode: 'serial' });

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo?.stop());

const matchOf = (app: FrameLocator, title: string) => app.getByRole('region', { name: title });

/** One more order as the store's own button makes it; answers its name once the app has judged it. */
async function arrive(page: Page, kind: string): Promise<string> {
  const { shops } = await storeOrders(page, demo);
  const answer = await page.request.post(`${demo.origin}/store/act/place`, {
    data: { shop: shops[0]?.domain, kind },
  });
  const { order } = await answer.json();
  const app = await openApp(page, demo, '注文', `/orders?q=${encodeURIComponent(order)}`);
  const link = app.getByRole('link', { name: order, exact: true });
  await expect(async () => {
    await page.reload();
    await expect(link).toBeVisible({ timeout: 2000 });
  }).toPass();
  return order;
}

test('an order to a known room, in other words and another name, is held and compared', async ({
  page,
}) => {
  let app = await openApp(page, demo, '今日');
  await expect(app.getByRole('link', { name: knownRoom })).toBeVisible({ timeout: 15_000 });
  app = await goInApp(page, '注文');
  const row = (name: string) => app.getByRole('row').filter({ hasText: name });
  await expect(row(knownRoom)).toContainText('一致');
  await expect(row(trusted)).toContainText('信頼');
  await expect(row(victim)).toContainText('保護');
  await app.getByRole('link', { name: knownRoom, exact: true }).click();
  await expect(badgesOf(app)).toContainText('危険');
  await expect(badgesOf(app)).toContainText('出荷保留中');
  const match = matchOf(app, '一致：過去の不正');
  await expect(match).toContainText('例題 花子が登録');
  const address = match.locator('.comparison-field').filter({ hasText: '住所' });
  await expect(address.locator('.grade')).toHaveText('一致');
  await expect(address).toContainText('池尻九十九丁目８番３号');
  await expect(address).toContainText('池尻99-8-3');
  await expect(
    match.locator('.comparison-field').filter({ hasText: 'メール' }).locator('.grade'),
  ).toHaveText('相違');
  await keepScreenshot(page, 'list-match');
});

test('a victim is protected in calm words, and never called anything', async ({ page }) => {
  const app = await openOrderAt(page, demo, victim);
  const match = matchOf(app, '一致：保護（被害者）');
  await expect(match).toContainText('お届け先の方を守るための登録です');
  await expect(match).not.toContainText(/不正|いたずらをした/);
  await openOrderAt(page, demo, trusted);
  await expect(matchOf(app, '一致：信頼する')).toContainText('信頼するお客様です');
});

test('the list finds another spelling, and what is taken off it comes back by its toast', async ({
  page,
}) => {
  const app = await openApp(page, demo, 'リスト', '/lists');
  const rows = app.locator('.entry-row');
  await expect(rows).toHaveCount(3);
  await app
    .getByLabel('リストを探す')
    .fill('東京都世田谷区池尻９９丁目８番３号 例示レジデンス 305');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('架空 六郎');
  await app.getByLabel('リストを探す').fill('六郎');
  await expect(app.getByText('見つかりませんでした')).toBeVisible();
  await app.getByRole('button', { name: '検索をやめる' }).click();
  await expect(rows).toHaveCount(3);
  await app.getByLabel('表示中の登録をすべて選ぶ').check();
  await app.locator('.bulk-bar').getByRole('button', { name: '外す', exact: true }).click();
  await expect(app.getByText('リストはまだ空です')).toBeVisible();
  await toastOf(page).getByRole('button', { name: '取り消す' }).click();
  await expect(rows).toHaveCount(3);
  await keepScreenshot(page, 'lists');
  await rows.filter({ hasText: '架空 六郎' }).getByRole('button', { name: /外す/ }).click();
  await expect(rows).toHaveCount(2);
});

test('a buyer is put on the list from an order; the next order of the room is held', async ({
  page,
}) => {
  const first = await arrive(page, 'other-spelling');
  const app = await openOrderAt(page, demo, first);
  await expect(badgesOf(app)).not.toContainText('危険');
  await actionOf(app, 'リストに登録').button.click();
  const dialog = app.getByRole('dialog', { name: 'リストに登録' });
  await dialog.getByLabel('種類').selectOption({ label: '過去の不正' });
  await dialog.getByLabel(/^住所/).uncheck();
  await dialog.getByLabel(/^住所/).check();
  await dialog.getByRole('button', { name: '登録する' }).click();
  await expect(toastOf(page)).toContainText('リストに登録しました');
  await expect(app.getByText('この注文から登録：過去の不正')).toBeVisible();

  const second = await arrive(page, 'other-spelling');
  await openOrderAt(page, demo, second);
  await expect(badgesOf(app)).toContainText('危険');
  // Its shipment is routed a moment later; the page looks again every fifteen seconds.
  await expect(badgesOf(app)).toContainText('出荷保留中', { timeout: 20_000 });
  const match = matchOf(app, '一致：過去の不正');
  await expect(match).toContainText(`例題 花子が注文 ${first} から登録`);
  const address = match.locator('.comparison-field').filter({ hasText: '住所' });
  await expect(address.locator('.grade')).toHaveText('一致');
});

test('an order cancelled as fraud offers by itself to be remembered', async ({ page }) => {
  const app = await openOrderAt(page, demo, cardThief);
  await expect(app.getByText('次の注文で気づけるように登録しますか？')).toHaveCount(0);
  await actionOf(app, '注文をキャンセル').button.click();
  await expect(badgesOf(app)).toContainText('キャンセル済み', { timeout: 30_000 });
  await app.getByRole('button', { name: '登録の内容を見る' }).click();
  const dialog = app.getByRole('dialog', { name: 'リストに登録' });
  await expect(dialog.getByLabel('種類')).toHaveValue('fraud');
  await expect(dialog.getByLabel('理由')).toHaveValue('stolen-card');
  await dialog.getByRole('button', { name: '登録する' }).click();
  await expect(app.getByText('この注文から登録：過去の不正')).toBeVisible();
  await expect(app.getByText('次の注文で気づけるように登録しますか？')).toHaveCount(0);
});

test('a refused parcel is recorded with its loss, its buyer listed, and both taken back', async ({
  page,
}) => {
  const app = await openOrderAt(page, demo, ordinaryCod);
  await app.getByText('結果を記録', { exact: true }).click();
  await app.getByRole('button', { name: '受取拒否・長期不在で戻ってきた' }).click();
  const record = app.getByRole('dialog', { name: '戻ってきた荷物の記録' });
  await record.getByLabel('送料（行き）').fill('９９０');
  await record.getByLabel('送料（帰り）').fill('990');
  await record.getByLabel('代引手数料').fill('330円');
  await expect(record.getByText('合計 ¥2,310')).toBeVisible();
  await record.getByRole('button', { name: '記録する' }).click();
  const list = app.getByRole('dialog', { name: 'リストに登録' });
  await expect(list.getByLabel('種類')).toHaveValue('cod');
  await list.getByRole('button', { name: '登録する' }).click();
  await expect(app.getByText('受取拒否で戻りました')).toBeVisible();
  await expect(app.getByText(/^損失 ¥2,310/)).toBeVisible();
  await expect(app.getByText('この注文から登録：代引きのみ制限')).toBeVisible();
  await app.getByRole('button', { name: '登録を取り消す' }).click();
  await expect(app.getByText('この注文から登録')).toHaveCount(0);
  await app.getByRole('button', { name: '結果の記録を取り消す' }).click();
  await expect(app.getByText('この注文の結果はまだ記録していません。')).toBeVisible();
});

test('a Shift_JIS file is looked over, imported, found and taken back', async ({ page }) => {
  const app = await openApp(page, demo, 'CSVの取り込み', '/lists/import');
  const lines = [
    'お名前,メールアドレス,電話番号,郵便番号,住所,区分',
    '見本 一子,mihon1@example.com,050-1234-5101,150-0001,東京都渋谷区神宮前99-7-1,過去の不正',
    '見本 二子,,045-123-5102,220-0011,神奈川県横浜市西区高島99-7-2,代引きのみ制限',
    '見本 三子,メールなし,,,,過去の不正',
  ];
  await app.locator('input[type=file]').setInputFiles({
    name: 'ichiran.csv',
    mimeType: 'text/csv',
    buffer: shiftJis(`${lines.join('\r\n')}\r\n`),
  });
  await expect(app.getByRole('heading', { name: '取り込む内容の確認' })).toBeVisible();
  await expect(app.getByLabel('文字コード')).toHaveValue('shift_jis');
  await expect(app.getByLabel('列「お名前」の意味')).toHaveValue('name');
  await expect(app.getByText(/^4行目・列「メールアドレス」：/)).toBeVisible();
  await keepScreenshot(page, 'list-import');

  const start = app.getByRole('button', { name: '2件を取り込む' });
  // The button does not wait for the choice to be kept; a reload would cut it off.
  const kept = page.waitForResponse(
    (answer) => answer.request().method() === 'PUT' && /\/lists\/imports\//.test(answer.url()),
  );
  await app.getByLabel('読めない行を除いて取り込む').uncheck();
  await expect(start).toBeDisabled();
  await kept;
  // The address names the import: somebody who comes back finds it where it is.
  await page.reload();
  await expect(start).toBeDisabled();
  await app.getByLabel('読めない行を除いて取り込む').check();
  await expect(start).toBeEnabled();
  await start.click();
  await expect(app.getByText('2件をリストに登録しました。')).toBeVisible();
  await app.getByRole('button', { name: 'リストを見る' }).click();
  await app.getByLabel('リストを探す').fill('０４５ー１２３ー５１０２');
  const rows = app.locator('.entry-row');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('CSVの取り込み');

  await openApp(page, demo, 'CSVの取り込み', '/lists/import');
  await app.getByRole('link', { name: /ichiran\.csv/ }).click();
  await app.getByRole('button', { name: 'この取り込みを取り消す' }).click();
  await expect(
    app.getByText('この取り込みで登録したものを、すべてリストから外しました。'),
  ).toBeVisible();
});

test('a carrier’s report is looked over and recorded', async ({ page }) => {
  const app = await openApp(page, demo, '返送レポート', '/returns');
  const lines = ['注文番号,返品理由', `${ordinaryCod},受取拒否`, '#9999,長期不在'];
  await app.locator('input[type=file]').setInputFiles({
    name: 'henso.csv',
    mimeType: 'text/csv',
    buffer: shiftJis(`${lines.join('\r\n')}\r\n`),
  });
  const row = (name: string) => app.getByRole('row').filter({ hasText: name });
  await expect(row(ordinaryCod)).toContainText('記録します');
  await expect(app.getByRole('row').filter({ hasText: '注文が見つかりません' })).toHaveCount(1);
  await app.getByRole('button', { name: '1件を記録する' }).click();
  await expect(row(ordinaryCod)).toContainText('記録しました');
  await openOrderAt(page, demo, ordinaryCod);
  await expect(app.getByText('受取拒否で戻りました')).toBeVisible();
});

const pages = [
  ['/lists', 'リスト'],
  ['/lists/import', 'CSVの取り込み'],
  ['/returns', '返送レポート'],
] as const;

test('axe finds nothing in the lists, and nothing is wider than 320 pixels', async ({ page }) => {
  const axe = () => new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const found = ({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>) =>
    violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`);
  for (const [path, title] of pages) {
    await page.setViewportSize({ width: 1280, height: 800 });
    const app = await openApp(page, demo, title, path);
    expect(found(await axe().analyze())).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    const overflow = await app.locator('html').evaluate((html) => html.scrollWidth - innerWidth);
    expect({ title, overflow }).toEqual({ title, overflow: 0 });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  const app = await openOrderAt(page, demo, victim);
  expect(found(await axe().analyze())).toEqual([]);
  await actionOf(app, 'リストに登録').button.click();
  await expect(app.getByRole('dialog').getByLabel('種類')).toBeVisible();
  expect(found(await axe().include(['#app', 'dialog']).analyze())).toEqual([]);
});

test('no Japanese is left in the English pages of the lists but the entries', async ({ page }) => {
  await openApp(page, demo, '今日');
  await page.getByRole('button', { name: 'English' }).click();
  for (const [path, title] of [
    ['/lists/import', 'Import CSV'],
    ['/returns', 'Return report'],
    ['/lists?kind=watch', 'Lists'],
  ] as const) {
    const app = await openApp(page, demo, title, path);
    const texts = await visibleTexts(app.locator('main'));
    expect(texts.filter((text) => /[ぁ-んァ-ヶ一-龠]/.test(text))).toEqual([]);
    expect(texts.filter((text) => /^lists\./.test(text))).toEqual([]);
  }
});
