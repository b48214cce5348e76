import { expect, type Page } from '../machinery/playwright.ts';
import { hostileData, hostileOrder } from '../security/support/hostile-order.ts';
import { frameOf, openOrderAt, test } from './demo-page.ts';
import { type ShopInAdmin, startShopInAdmin } from './shop-in-admin.ts';

let shop: ShopInAdmin;
test.afterEach(() => shop?.stop());

/** Whatever a page does that text should not: a dialog, a request, a changed window. */
function watchStrikes(page: Page): string[] {
  const strikes: string[] = [];
  page.on('dialog', (dialog) => {
    strikes.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (/evil\.example|\/x$/.test(request.url())) strikes.push(request.url());
  });
  return strikes;
}

async function isText(page: Page): Promise<void> {
  const app = frameOf(page);
  await expect(app.locator('img[src="x"], [onerror], [onload]')).toHaveCount(0);
  for (const frame of page.frames()) {
    expect(await frame.evaluate(() => Reflect.get(window, 'struck'))).toBeUndefined();
  }
}

// The browser's own complaints (a blocked script would be one) end the journey too: see `test`.
test('an order full of scripts is text on every page', async ({ page }) => {
  // Six pages, each loaded anew.
  test.setTimeout(180_000);
  shop = await startShopInAdmin('2026-11-24T11:00:00+09:00', {});
  const strikes = watchStrikes(page);
  await shop.setClockOf(page);
  const name = await shop.arrived(hostileOrder);
  const order = await openOrderAt(page, shop, name);
  for (const text of [hostileData.lastName, hostileData.company, hostileData.address1]) {
    await expect(order.getByText(text).first()).toBeVisible();
  }
  await isText(page);
  for (const path of ['/', '/queue', '/orders', '/audit']) {
    await page.goto(`${shop.origin}/apps/sekisho${path}`);
    await expect(frameOf(page).getByText(name).first()).toBeVisible();
    await isText(page);
  }
  expect(strikes).toEqual([]);
});
