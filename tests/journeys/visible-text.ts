import type { Locator } from '../machinery/playwright.ts';

/** Everything on a page that is read or read out, except what is marked as another language. */
export function visibleTexts(main: Locator): Promise<string[]> {
  return main.evaluate((root) => {
    const page = document.documentElement.lang;
    const isOther = (element: Element) =>
      (element.closest('[lang]')?.getAttribute('lang') ?? page) !== page;
    const texts: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (element === null || isOther(element)) continue;
      if (node instanceof Element) {
        const read = ['aria-label', 'placeholder', 'title', 'alt'];
        texts.push(...read.map((name) => node.getAttribute(name) ?? ''));
        // What a merchant typed is data; the second place is where Polaris measures its height.
      } else if (element.closest('textarea, .Polaris-TextField__Resizer') === null) {
        texts.push(node.textContent ?? '');
      }
    }
    return texts.map((text) => text.trim()).filter(Boolean);
  });
}

/** What is left of the texts when every piece of data was taken out, longest first. */
export function withoutData(texts: readonly string[], data: readonly string[]): string[] {
  const pieces = [...new Set(data)].filter(Boolean).sort((a, b) => b.length - a.length);
  return texts.map((text) => pieces.reduce((rest, piece) => rest.replaceAll(piece, ''), text));
}

/** Every text that a JSON document holds, whole and split at its spaces. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...value.split(/\s+/)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
