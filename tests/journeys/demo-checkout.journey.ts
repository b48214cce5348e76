import { AxeBuilder, expect, type Page } from '../machinery/playwright.ts';
import { test } from './demo-page.ts';
import { type Demo, startDemo } from './demo-process.ts';
import { keepScreenshot } from './screenshot.ts';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(() => demo?.stop());

const everything = ['クレジットカード', '代金引換', 'コンビニ決済', '銀行振込'];
const methods = (page: Page) => page.locator('#methods label');

/** Leaves the field, as a buyer does who goes on to the next one. */
async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(text);
  await page.keyboard.press('Tab');
}

test('a buyer on the list does not see COD, sees the others, and can order', async ({ page }) => {
  await page.goto(`${demo.origin}/checkout?shop=reidai-shoten.myshopify.com`);
  await expect(methods(page)).toHaveText(everything);
  // The rule is told to Shopify some seconds after the shop has opened.
  await expect(async () => {
    await type(page, 'メールアドレス', 'reidai.hanako@example.com');
    await type(page, 'メールアドレス', 'Reidai.Rokuro@example.com');
    await expect(methods(page)).toHaveText(
      everything.filter((name) => name !== '代金引換'),
      {
        timeout: 8_000,
      },
    );
  }).toPass();
  await keepScreenshot(page, 'checkout-listed');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: '注文を確定する' }).click();
  await expect(page.getByRole('status')).toContainText(/ご注文 #\d+ を承りました/);
  await type(page, 'メールアドレス', 'reidai.hanako@example.com');
  await expect(methods(page)).toHaveText(everything);
});
