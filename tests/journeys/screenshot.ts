import path from 'node:path';
import type { Page } from '../machinery/playwright.ts';

const folder = path.join(import.meta.dirname, '../../build/screenshots');

/** Keeps a picture of the whole page as build output. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}
