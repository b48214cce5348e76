import { defaultSettings } from '../../web/contract/default-settings.ts';
import {
  AxeBuilder,
  type Browser,
  expect,
  type FrameLocator,
  type Page,
} from '../machinery/playwright.ts';
import { signature } from '../support/mail-shop.ts';
import { codPrank } from '../support/suspicious-orders.ts';
import { actionOf, badgesOf, openOrderAt, test, toastOf } from './demo-page.ts';
import { keepScreenshot } from './screenshot.ts';
import { type ShopInAdmin, startShopInAdmin } from './shop-in-admin.ts';

test.describe.configure({ mode: 'serial' });

let shop: ShopInAdmin;
test.afterEach(() => shop?.stop());

/** A Tuesday morning; the next days without business are Saturday and Sunday. */
const start = '2026-11-24T11:00:00+09:00';
const contact = { ...defaultSettings.contact, signature };

/** How far the shop has come in asking the buyer. */
const currentStep = (app: FrameLocator) => app.locator('.contact-steps [aria-current=step]');

/** What a clerk does first: dials in vain, and writes the first letter. */
async function callThenWrite(page: Page, app: FrameLocator): Promise<void> {
  await app.getByRole('button', { name: 'つながらない', exact: true }).click();
  await app.getByRole('button', { name: '電話確認のお願いを書く' }).click();
  await expect(app.getByLabel('本文')).toHaveValue(/お電話を差し上げましたが/);
  await app.getByRole('button', { name: '送信する' }).click();
  await expect(toastOf(page)).toContainText('メールを送ります');
  await shop.settled();
}

const subjects = () => shop.mails.map(({ mail }) => mail.subject ?? '');

/** On the buyer's own telephone: another browser, no login, no script. */
async function pressInMail(browser: Browser, answer: string): Promise<void> {
  const link = /https?:\/\/\S+\/a\/[0-9a-z]{40}/.exec(shop.mails[0]?.mail.text ?? '')?.[0];
  expect(link).toBeDefined();
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'ja-JP' });
  const buyer = await context.newPage();
  await buyer.goto(link ?? '');
  await buyer.getByRole('button', { name: answer, exact: true }).click();
  await expect(buyer.getByText(`「${answer}」とお店にお伝えしました。`)).toBeVisible();
  await context.close();
  await shop.settled();
}

/** The page of an order with all that silence leaves on it, on a telephone too. */
async function canBeReadByAll(page: Page, app: FrameLocator): Promise<void> {
  const axe = new AxeBuilder({ page }).options({
    resultTypes: ['violations'],
    pingWaitTime: 10_000,
  });
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const before = page.viewportSize() ?? { width: 1280, height: 860 };
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await app.locator('html').evaluate((html) => html.scrollWidth)).toBe(320);
  await app.getByRole('button', { name: '返事がないことを確認した' }).scrollIntoViewIfNeeded();
  await keepScreenshot(page, 'telephone-case-unanswered');
  await page.setViewportSize(before);
}

test('an order is asked about by mail, the buyer says yes, and its parcel may leave', async ({
  page,
  browser,
}) => {
  shop = await startShopInAdmin(start, { contact: { ...contact, releaseOnAnswer: true } });
  await shop.setClockOf(page);
  const name = await shop.arrived(codPrank);
  const app = await openOrderAt(page, shop, name);
  await expect(badgesOf(app)).toContainText('出荷保留中');
  expect(shop.stored(name).holds).toHaveLength(1);
  await callThenWrite(page, app);
  expect(shop.mails.map(({ to }) => to)).toEqual([['reidai.itazura@gmail.com']]);
  await expect(currentStep(app)).toHaveText('メール');
  await pressInMail(browser, '注文しました');
  // Nobody reloads: the page asks by itself, a quarter of a minute apart.
  await page.clock.fastForward(15_000);
  await expect(app.getByText('回答：注文しました')).toBeVisible();
  await expect(badgesOf(app)).toContainText('保留解除済み');
  await expect(badgesOf(app)).not.toContainText('出荷保留中');
  expect(shop.stored(name).holds).toEqual([]);
  await keepScreenshot(page, 'case-released');
});

test('silence is met by a reminder, a last notice, a person’s look, and the end of the order', async ({
  page,
}) => {
  shop = await startShopInAdmin(start, {
    contact: { ...contact, sendByItself: ['reminder', 'last-notice'] },
    automation: { ...defaultSettings.automation, cancelUnanswered: true },
  });
  await shop.setClockOf(page);
  const name = await shop.arrived(codPrank);
  const app = await openOrderAt(page, shop, name);
  await callThenWrite(page, app);
  await expect(app.getByText('11月26日(木)までのお返事を待っています。')).toBeVisible();

  await shop.until('2026-11-27T10:00:01+09:00', page);
  await expect(currentStep(app)).toHaveText('再送');
  await shop.until('2026-12-02T10:00:01+09:00', page);
  await expect(currentStep(app)).toHaveText('キャンセル予告');
  expect(subjects()).toEqual([
    expect.not.stringContaining('【'),
    expect.stringContaining('【再送】'),
    expect.stringContaining('【重要】'),
  ]);

  await shop.until('2026-12-04T10:00:01+09:00', page);
  await expect(currentStep(app)).toHaveText('判断');
  await expect(badgesOf(app)).toContainText('出荷保留中');
  await keepScreenshot(page, 'case-unanswered');
  await canBeReadByAll(page, app);
  await app.getByRole('button', { name: '返事がないことを確認した' }).click();
  await expect(badgesOf(app)).toContainText('キャンセル中');
  await expect(actionOf(app, '取り消す').button).toBeVisible();
  await keepScreenshot(page, 'case-to-be-cancelled');

  await shop.until('2026-12-04T10:29:00+09:00', page);
  await expect(badgesOf(app)).toContainText('キャンセル中');
  expect(shop.stored(name).cancelledAt).toBeNull();
  await shop.until('2026-12-04T10:30:05+09:00', page);
  await shop.until('2026-12-04T10:30:30+09:00', page);
  await expect(badgesOf(app)).toContainText('キャンセル済み');
  await expect(app.locator('.timeline')).toContainText('返事がない');
  expect(shop.stored(name).cancelledAt).not.toBeNull();
  expect(subjects()).toHaveLength(3);
  await keepScreenshot(page, 'case-cancelled');
});
