// A process of its own for the browser's side of the bench: `node load-pages.ts JSON` prints JSON. So only
// this folder needs Playwright, and the stand-in in the bench's process answers while the browser works.
import { type Browser, chromium, type Page } from '../../machinery/playwright.ts';
import { clerk, launchOptions } from '../../support/browser.ts';
import { loadRequest, type MeasuredLoads, tokenAnswer } from './measured-loads.ts';
import {
  noteShown,
  readKeys,
  readLoad,
  standInForAppBridge,
  untilPainted,
  watchKeys,
} from './page-scripts.ts';

/** What stands on a page only when its facts do: a page that tells of an error is no load. */
const facts = { '/': '.figures', '/queue': 'tr[data-case]' } as const;

const request = loadRequest.parse(JSON.parse(process.argv[2] ?? ''));
const browser = await chromium.launch(launchOptions());
try {
  console.log(JSON.stringify(await measure(browser)));
} finally {
  await browser.close();
}

async function measure(from: Browser): Promise<Record<keyof MeasuredLoads, unknown[]>> {
  const today: unknown[] = [];
  const queue: unknown[] = [];
  for (let n = 0; n < request.loads; n += 1) {
    today.push(await inFreshTab(from, '/', (page) => page.evaluate(readLoad)));
    queue.push(await inFreshTab(from, '/queue', (page) => page.evaluate(readLoad)));
  }
  return { today, queue, keys: await inFreshTab(from, '/queue', pressKeys) };
}

/** A context of its own has a cache of its own: nothing of the app is in it. */
async function inFreshTab<T>(
  from: Browser,
  place: keyof typeof facts,
  read: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await from.newContext(clerk);
  try {
    const page = await context.newPage();
    await slowDown(page);
    const { token } = tokenAnswer.parse(await (await fetch(request.tokenUrl)).json());
    await page.addInitScript(standInForAppBridge, token);
    await page.addInitScript(noteShown, facts[place]);
    const query = new URLSearchParams({ shop: request.shop, locale: 'ja', embedded: '1' });
    await begin(page, `${request.appOrigin}${place}?${query}`);
    await page.locator(facts[place]).first().waitFor();
    await page.waitForLoadState('networkidle');
    return await read(page);
  } finally {
    await context.close();
  }
}

/** Where a page does not begin, whose fault that is must be known: the app's or the browser's. */
async function begin(page: Page, url: string): Promise<void> {
  try {
    await page.goto(url, { waitUntil: 'commit' });
  } catch (cause) {
    const since = performance.now();
    const { status } = await fetch(`${request.appOrigin}/readyz`);
    const took = Math.round(performance.now() - since);
    throw new Error(`${url} did not begin; /readyz said ${status} in ${took} ms`, { cause });
  }
}

/** Loopback has neither distance nor width: a page that asks in turn would look as fast as any other. */
async function slowDown(page: Page): Promise<void> {
  const { latencyMs, bitsPerSecond } = request.line;
  const throughput = bitsPerSecond / 8;
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMs,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
}

/** As somebody who goes down the list and chooses every row. */
async function pressKeys(page: Page): Promise<number[]> {
  await page.evaluate(watchKeys);
  for (let n = 0; n < request.presses; n += 1) {
    await page.keyboard.press(n % 2 === 0 ? 'j' : 'x');
    await page.evaluate(untilPainted);
  }
  const chosen = await page.locator('tr.case-chosen').count();
  if (chosen !== Math.floor(request.presses / 2)) throw new Error(`the keys chose ${chosen} cases`);
  const keys = await page.evaluate(readKeys);
  // What the browser does not tell took less than it tells.
  return [...keys, ...Array.from({ length: request.presses - keys.length }, () => 16)];
}
