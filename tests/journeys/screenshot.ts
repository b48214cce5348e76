import path from 'node:path';
import type { Page } from '../machinery/playwright.ts';

const root = path.join(import.meta.dirname, '../..');
const folder = path.join(root, 'build/screenshots');

/** Keeps a picture of the whole page as build output. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}

/** README's pictures, made anew by `KEEP_PICTURES=1 npm test -- --journeys`; else left as they are. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env.KEEP_PICTURES !== '1') return;
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(root, `docs/pictures/${name}.png`) });
}
