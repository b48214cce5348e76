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

/** Waits for the page of that title, and until the grey bars that stand for what is coming are gone. */
async function readable(page: Page, title: string): Promise<FrameLocator> {
  const app = frameOf(page);
  await expect(app.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(app.locator('[class*=Polaris-Skeleton]')).toHaveCount(0);
  return app;
}

/** Opens a page of the app inside the store's admin page, and waits until it can be read. */
export async function openApp(
  page: Page,
  demo: Demo,
  title: string,
  at = '',
): Promise<FrameLocator> {
  await page.goto(`${demo.origin}/apps/sekisho${at}`);
  return readable(page, title);
}

/** To a page of the app by its entry in the store's own menu. */
export async function goInApp(page: Page, entry: string): Promise<FrameLocator> {
  await page.locator('#side a.sub', { hasText: entry }).click();
  return readable(page, entry);
}

/** From the list of orders to one of them, as a clerk goes. */
export async function openOrder(page: Page, name: string, list = '注文'): Promise<FrameLocator> {
  const app = await goInApp(page, list);
  await app.getByRole('link', { name, exact: true }).click();
  return readable(page, name);
}

/** The same without the way there, where the way is not what the journey is about. */
export async function openOrderAt(page: Page, demo: Demo, name: string): Promise<FrameLocator> {
  return openApp(page, demo, name, `/orders/${await orderId(page, demo, name)}`);
}

/** The id that the first shop's store gave to an order. */
async function orderId(page: Page, demo: Demo, name: string): Promise<string> {
  const { orders } = await storeOrders(page, demo);
  const found = orders.find((order) => order.name === name);
  if (found === undefined) throw new Error(`The store has no order ${name}.`);
  return found.id;
}

interface StoreOrders {
  shops: { domain: string }[];
  orders: { id: string; name: string }[];
}

/** The stores of the demo, and the newest orders of the first of them. */
export async function storeOrders(page: Page, demo: Demo): Promise<StoreOrders> {
  const read = async (path: string) => (await page.request.get(`${demo.origin}${path}`)).json();
  const { shops } = await read('/store/config');
  const { orders } = await read(`/store/orders?shop=${shops[0].domain}`);
  return { shops, orders };
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
  await tab.goto(`${demo.origin}/orders/${await orderId(page, demo, name)}`);
  await expect(tab.getByRole('heading', { level: 1 })).toContainText(name);
  return tab;
}

/** One card of that page. */
export const cardOf = (store: Page, title: string): Locator =>
  store.locator('.card').filter({ has: store.getByRole('heading', { name: title, exact: true }) });

export const toastOf = (page: Page): Locator => page.locator('#toasts .toast').last();
