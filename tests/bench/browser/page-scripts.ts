// Functions that run inside the page: Playwright hands over their text, so they use nothing from outside.
import type { Load } from './measured-loads.ts';

/**
 * Before the page's own scripts: what it uses of App Bridge. Shopify's script itself does not load here,
 * for no name but this machine's resolves.
 */
export function standInForAppBridge(token: string): void {
  const quiet = () => undefined;
  const bridge = {
    idToken: () => Promise.resolve(token),
    toast: { show: () => '', hide: quiet },
    saveBar: { show: quiet, hide: quiet, leaveConfirmation: () => Promise.resolve() },
    loading: quiet,
  };
  Object.assign(window, { shopify: bridge });
  // Shopify draws these beside the frame; left in it they would be painted first.
  const hidden = new CSSStyleSheet();
  hidden.replaceSync('s-app-nav, ui-title-bar, ui-save-bar { display: none }');
  document.adoptedStyleSheets = [hidden];
}

/** Notes the first frame in which `selector` stands, as a mark that `readLoad` finds. */
export function noteShown(selector: string): void {
  const watch = new MutationObserver(() => {
    if (document.querySelector(selector) === null) return;
    watch.disconnect();
    requestAnimationFrame(() => performance.mark('shown'));
  });
  watch.observe(document, { childList: true, subtree: true });
}

/** After the page has come to rest, and before anybody touched it: a key would end the largest paint. */
export async function readLoad(): Promise<Load> {
  const at = (name: string) => {
    const entry = performance.getEntriesByName(name)[0];
    if (entry === undefined) throw new Error(`the browser told no ${name}`);
    return entry.startTime;
  };
  const shown = at('shown');
  // No DOM types know `element` yet.
  const largest = await new Promise<PerformanceEntry & { element?: Element | null }>((resolve) => {
    const type = 'largest-contentful-paint';
    new PerformanceObserver((list) => {
      const last = list.getEntries().at(-1);
      if (last === undefined) return;
      // The skeleton's paint may be told before that of the facts; where they are smaller, it stays.
      if (last.startTime >= shown) resolve(last);
      else setTimeout(() => resolve(last), 1_000);
    }).observe({ type, buffered: true });
  });
  const scripts = performance
    .getEntriesByType('resource')
    .filter((entry) => entry instanceof PerformanceResourceTiming)
    .filter(({ name }) => new URL(name).origin === location.origin && name.endsWith('.js'))
    .map(({ name, encodedBodySize }) => ({ url: name, bytes: encodedBodySize }));
  return {
    fcp: at('first-contentful-paint'),
    lcp: largest.startTime,
    largest: (largest.element?.textContent ?? '').trim().slice(0, 24),
    shown,
    scripts,
  };
}

/** Before keys are pressed: keeps what Event Timing tells of each, by interaction. */
export function watchKeys(): void {
  const durations = new Map<number, number>();
  const keep = (entries: PerformanceEntryList) => {
    for (const entry of entries.filter((one) => one instanceof PerformanceEventTiming)) {
      const { interactionId, duration } = entry;
      if (interactionId === 0) continue;
      durations.set(interactionId, Math.max(duration, durations.get(interactionId) ?? 0));
    }
  };
  const observer = new PerformanceObserver((list) => keep(list.getEntries()));
  // Apart, because its type does not know the threshold: left out, anything below 104 ms is not told.
  const options = { type: 'event', durationThreshold: 16 };
  observer.observe(options);
  const benchKeys = () => {
    keep(observer.takeRecords());
    return [...durations.values()];
  };
  Object.assign(window, { benchKeys });
}

export function readKeys(): number[] {
  const { benchKeys }: { benchKeys?: () => number[] } = Object(window);
  if (benchKeys === undefined) throw new Error('nobody watched the keys');
  return benchKeys();
}

/** Two frames: the paint that follows a key is over then. */
export const untilPainted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
