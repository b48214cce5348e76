import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Liquid, type TagToken, type TopLevelToken } from 'liquidjs';

export const folder = path.join(import.meta.dirname, '../../../extensions/card-notice');
export const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
export const names = (room: string): string[] => readdirSync(path.join(folder, room));
export const json = (file: string) => JSON.parse(read(file));

/** `three_ds_notice` → what Liquid finds at `.value`; an absent key is a metafield that is not there. */
export type Metafields = Readonly<Record<string, unknown>>;

export interface Page {
  readonly metafields?: Metafields;
  readonly locale?: string;
  readonly pageType?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** What Shopify's Liquid has and the language itself has not: `{% schema %}`, the filter `t`, globals. */
function createTheme(page: Page): Liquid {
  const locale = page.locale ?? 'ja';
  const words = json(locale === 'ja' ? 'locales/ja.json' : 'locales/en.default.json');
  const { metafields = {} } = page;
  const fields = Object.entries(metafields).map(([key, value]) => [key, { value }]);
  const engine = new Liquid({
    partials: path.join(folder, 'snippets'),
    extname: '.liquid',
    strictFilters: true,
    globals: {
      shop: { metafields: { $app: Object.fromEntries(fields) } },
      request: { locale: { iso_code: locale }, page_type: page.pageType ?? 'cart' },
    },
  });
  engine.registerFilter('t', (key: string) =>
    key.split('.').reduce((at, part) => at?.[part], words),
  );
  engine.registerTag('schema', {
    parse(_token: TagToken, rest: TopLevelToken[]) {
      const end = rest.findIndex((token) => token.getText() === '{% endschema %}');
      rest.splice(0, end + 1);
    },
    render: () => '',
  });
  return engine;
}

/** A block of the extension as a theme shows it, in whole. */
export function renderBlock(name: string, page: Page = {}): string {
  const block = { id: 'A1b2', settings: page.settings ?? { text_size: 'normal', frame: true } };
  return createTheme(page).parseAndRenderSync(read(`blocks/${name}.liquid`), { block });
}

/** The JSON between `{% schema %}` and `{% endschema %}`. */
export function schemaOf(name: string) {
  const [, text = ''] =
    /\{% schema %\}([\s\S]*)\{% endschema %\}/.exec(read(`blocks/${name}.liquid`)) ?? [];
  return JSON.parse(text);
}
