import {
  test as base,
  expect,
  type FrameLocator,
  type Locator,
  type Page,
} from '../machinery/playwright.ts';
import type { Demo } from './demo-process.ts';

/** Console errors and uncaught faults of a journey's pages; a part named beforehand must come. */
interface Complaints {
  expect(part: string): void;
}

/** A journey in which the browser has nothing to complain of but what was expected. */
export const test = base.extend<{ complaints: Complaints }>({
  complaints: [
    async ({ context }, use) => {
      const heard: string[] = [];
      const expected: string[] = [];
      context.on('console', (message) => {
        if (message.type() !== 'error') return;
        heard.push(`${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (fault) => heard.push(String(fault.error())));
      await use({ expect: (part) => void expected.push(part) });
      expect(heard).toEqual(expected.map((part) => expect.stringContaining(part)));
    },
    { auto: true },
  ],
});

export const frameOf = (page: Page): FrameLocator => page.frameLocator('#app');

/** Opens a page of the app inside the store's admin page, and waits until it can be read. */
export async function openApp(
  page: Page,
  demo: Demo,
  title: string,
  at = '',
): Promise<FrameLocator> {
  await page.goto(`${demo.origin}/apps/sekisho${at}`);
  const app = frameOf(page);
  await expect(app.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return app;
}

/** The name of the store's own menu entry that leads to a page of the app. */
export async function goInApp(page: Page, entry: string): Promise<FrameLocator> {
  await page.locator('#side a.sub', { hasText: entry }).click();
  const app = frameOf(page);
  await expect(app.getByRole('heading', { level: 1, name: entry })).toBeVisible();
  return app;
}

/** From the list of orders to one of them, as a clerk goes. */
export async function openOrder(page: Page, name: string): Promise<FrameLocator> {
  const app = await goInApp(page, '注文');
  await app.getByRole('link', { name, exact: true }).click();
  await expect(app.getByRole('heading', { level: 1, name })).toBeVisible();
  return app;
}

/** Level and state, as they stand beside the order's name. */
export const badgesOf = (app: FrameLocator): Locator => app.locator('.badges');

/** A button together with the sentence that says what it will do. */
export function actionOf(app: FrameLocator, name: string): { button: Locator; line: Locator } {
  const button = app.getByRole('button', { name, exact: true });
  return { button, line: app.locator('.action').filter({ has: button }) };
}

/** The store's own page of an order, in a tab of its own; what the app thinks does not show there. */
export async function storePage(page: Page, demo: Demo, name: string): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto(`${demo.origin}/orders`);
  await tab.getByRole('link', { name, exact: true }).click();
  await expect(tab.getByRole('heading', { level: 1 })).toContainText(name);
  return tab;
}

/** One card of that page. */
export const cardOf = (store: Page, title: string): Locator =>
  store.locator('.card').filter({ has: store.getByRole('heading', { name: title, exact: true }) });

export const toastOf = (page: Page): Locator => page.locator('#toasts .toast').last();
