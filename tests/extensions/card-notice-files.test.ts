import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { noticeKeys, noticeKinds, noticeTitles } from '../../web/contract/notices.ts';
import { readToml } from '../support/read-toml.ts';
import { folder, json, names, read, schemaOf } from './support/liquid-theme.ts';

const rooms = ['assets', 'blocks', 'locales', 'snippets'];
const blocks = names('blocks').map((file) => file.replace('.liquid', ''));
const bytes = (file: string) => statSync(path.join(folder, file)).size;

/** `look.size.label` and the like, every leaf. */
const keysOf = (words: object, prefix = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? keysOf(value, `${prefix}${key}.`)
      : [`${prefix}${key}`],
  );

describe('the folder', () => {
  it('holds only what a theme extension may', () => {
    expect(names('.').toSorted()).toEqual([...rooms, 'shopify.extension.toml'].toSorted());
    const manifest = readToml(read('shopify.extension.toml'));
    expect(manifest).toMatchObject({ type: 'theme', handle: path.basename(folder) });
    expect(String(manifest.name).length).toBeLessThanOrEqual(30);
  });

  it('stays far below Shopify’s limits: 100 kB of Liquid, 100 kB a style sheet', () => {
    const liquid = ['blocks', 'snippets'].flatMap((room) =>
      names(room).map((file) => bytes(`${room}/${file}`)),
    );
    const total = liquid.reduce((sum, size) => sum + size, 0);
    console.log(`card-notice: ${total} B of Liquid, ${bytes('assets/notice.css')} B of CSS`);
    expect(total).toBeGreaterThan(1000);
    expect(total).toBeLessThan(20_000);
    expect(bytes('assets/notice.css')).toBeLessThan(5_000);
  });

  it('brings no script, no address of another place and no colour of its own', () => {
    const all = [...names('blocks').map((file) => `blocks/${file}`), 'snippets/notice.liquid']
      .map(read)
      .join('\n');
    expect(all).not.toMatch(/<script|javascript|https?:|style=|\| raw|<link/i);
    expect(read('assets/notice.css')).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|hsl|url\(|@import/i);
  });
});

describe.each(blocks)('the schema of %s', (block) => {
  const schema = schemaOf(block);
  const asked = [...JSON.stringify(schema).matchAll(/"t:([\w.]+)"/g)].map(([, key]) => key);

  it('names a target that Shopify knows and a style sheet that is there', () => {
    expect(schema.target).toBe(block === 'notice-embed' ? 'body' : 'section');
    expect(names('assets')).toContain(schema.stylesheet);
    expect(Object.keys(schema).toSorted()).toEqual(['name', 'settings', 'stylesheet', 'target']);
  });

  it('lets the merchant change the look only', () => {
    const ids = schema.settings.flatMap(({ id }: { id?: string }) => id ?? []);
    expect(ids).toEqual(['text_size', 'frame']);
    for (const { type, options, ...rest } of schema.settings) {
      if (type === 'select') {
        expect(options.map(({ value }: { value: string }) => value)).toContain(rest.default);
      }
    }
  });

  it.each(['en.default.schema', 'ja.schema'])('finds its words in %s', (locale) => {
    expect(asked.length).toBeGreaterThan(4);
    expect(keysOf(json(`locales/${locale}.json`))).toEqual(expect.arrayContaining(asked));
    expect(schema.name.length).toBeLessThanOrEqual(25);
  });
});

describe('the words', () => {
  it('exist in both languages, none empty, none too many', () => {
    for (const [ja, en] of [
      ['ja', 'en.default'],
      ['ja.schema', 'en.default.schema'],
    ]) {
      expect(keysOf(json(`locales/${ja}.json`))).toEqual(keysOf(json(`locales/${en}.json`)));
      expect(read(`locales/${ja}.json`) + read(`locales/${en}.json`)).not.toContain('""');
    }
  });

  it('are the headings that the settings page previews', () => {
    for (const kind of noticeKinds) {
      const key = noticeKeys[kind];
      expect(json('locales/ja.json').notice.title[key]).toBe(noticeTitles[kind].ja);
      expect(json('locales/en.default.json').notice.title[key]).toBe(noticeTitles[kind].en);
    }
  });
});

describe('shopify.app.toml', () => {
  it('lets the storefront read both metafields, as the JSON that the app writes', () => {
    const file = path.join(import.meta.dirname, '../../shopify.app.toml');
    const definition = { type: 'json', access: { storefront: 'public_read' } };
    expect(readToml(readFileSync(file, 'utf8'))).toMatchObject({
      shop: {
        metafields: {
          app: { three_ds_notice: definition, fraud_notice: definition },
        },
      },
    });
  });
});
