import { AxeBuilder, expect, type Page } from '../machinery/playwright.ts';
import { frameOf, openApp, test, toastOf } from './demo-page.ts';
import { type Demo, startDemo } from './demo-process.ts';
import { keepScreenshot } from './screenshot.ts';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo?.stop());

const section = (page: Page) => frameOf(page).locator('#mail');
const open = async (page: Page) => {
  await openApp(page, demo, '設定', '/settings');
  await section(page).getByLabel('メールサーバー', { exact: true }).scrollIntoViewIfNeeded();
};
const save = async (page: Page) => {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(toastOf(page)).toContainText('設定を保存しました');
};

async function sendTest(page: Page): Promise<void> {
  await section(page).getByLabel('テストの宛先').fill('watashi@example.jp');
  await section(page).getByRole('button', { name: 'テストメールを送る' }).click();
}

test('a test mail is really received; a wrong port is told in words', async ({ page }) => {
  await open(page);
  await sendTest(page);
  await expect(section(page).getByText('メールサーバーが受け取りました。')).toBeVisible();
  await section(page).getByLabel('ポート番号').fill('1');
  await sendTest(page);
  await expect(
    section(page).getByText(
      'メールサーバーにつながりません。サーバー名とポート番号を確かめてください。',
    ),
  ).toBeVisible();
  await keepScreenshot(page, 'settings-mail');
  await page.getByRole('button', { name: '変更を破棄' }).click();
  await page.goto(`${demo.origin}/inbox`);
  await page.getByText('送信テスト（関所）').click();
  await expect(page.getByText('メール設定を確かめるためのテストメール')).toBeVisible();
  await expect(page.getByText('れいだい商店 <info@reidai-shoten.example.jp>')).toBeVisible();
});

test('a password is set, never shown, not taken to another server, and deleted', async ({
  page,
  complaints,
}) => {
  await open(page);
  await section(page).getByLabel('パスワード').fill('himitsu-no-kotoba');
  await save(page);
  const password = section(page).getByRole('group', { name: 'パスワード' });
  await expect(password).toContainText('設定済みです。表示はできません。');
  await section(page).getByLabel('メールサーバー', { exact: true }).fill('127.0.0.2');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  complaints.expect('422');
  await expect(section(page).getByLabel('パスワード')).toBeVisible();
  await expect(
    section(page).getByText('メールサーバーを変えるときは、パスワードを入れ直してください。'),
  ).toBeVisible();
  await page.getByRole('button', { name: '変更を破棄' }).click();
  await password.getByRole('button', { name: '消す' }).click();
  await expect(password).toContainText('保存すると消えます。');
  await save(page);
  await expect(section(page).getByLabel('パスワード')).toHaveValue('');
});

test('axe finds nothing in the mail settings, and nothing is wider than 320 pixels', async ({
  page,
}) => {
  await open(page);
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await frameOf(page)
    .locator('html')
    .evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(width).toBe(0);
  await keepScreenshot(page, 'telephone-settings-mail');
});
