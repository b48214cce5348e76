import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import {
  type MetafieldEntry,
  shownKeys,
  shownNotices,
} from '../../extensions/checkout-notice/src/shown-notices.ts';
import {
  defaultNotices,
  noticeKeys,
  noticeKinds,
  noticeTitles,
} from '../../web/contract/notices.ts';

const folder = path.join(import.meta.dirname, '../../extensions/checkout-notice');
const library = path.join(import.meta.dirname, '../../node_modules/@shopify/ui-extensions');
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
const manifest = read('shopify.extension.toml');
const settings = (key: string) =>
  [...manifest.matchAll(new RegExp(`^${key} = "([^"]*)"$`, 'gm'))].map(([, value = '']) => value);

const entry = (key: string, value: unknown, namespace = '$app', type = 'shop'): MetafieldEntry => ({
  target: { type },
  metafield: { namespace, key, value: typeof value === 'string' ? value : JSON.stringify(value) },
});
const { threeDsNotice, fraudNotice } = defaultNotices;
const both = [entry('fraud_notice', fraudNotice), entry('three_ds_notice', threeDsNotice)];

describe('the manifest', () => {
  it('names targets that the installed library types: thank-you, order status, checkout', () => {
    expect(settings('target')).toEqual([
      'purchase.thank-you.block.render',
      'customer-account.order-status.block.render',
      'purchase.checkout.block.render',
    ]);
    for (const target of settings('target')) {
      const surface = target.startsWith('purchase.') ? 'checkout' : 'customer-account';
      const types = path.join(library, `build/ts/surfaces/${surface}/targets/${target}.d.ts`);
      expect(existsSync(types)).toBe(true);
    }
  });

  it('names the API version of the installed library, a module that is there, and its folder', () => {
    const { version } = JSON.parse(readFileSync(path.join(library, 'package.json'), 'utf8'));
    const [year, month] = version.split('.');
    expect(settings('api_version')).toEqual([`${year}-${month.padStart(2, '0')}`]);
    for (const module of settings('module'))
      expect(existsSync(path.join(folder, module))).toBe(true);
    expect(settings('handle')).toEqual([path.basename(folder)]);
    expect(settings('type')).toEqual(['ui_extension']);
  });

  it('asks Shopify for the metafields that the app writes, and for no network and no buyer', () => {
    expect(settings('key')).toEqual(noticeKinds.map((kind) => noticeKeys[kind]));
    expect(settings('key')).toEqual(shownKeys);
    expect(new Set(settings('namespace'))).toEqual(new Set(['$app']));
    expect(manifest).not.toMatch(/capabilities|network_access|api_access/);
  });
});

describe('the words', () => {
  const english = JSON.parse(read('locales/en.default.json'));
  const japanese = JSON.parse(read('locales/ja.json'));

  it('are the headings that the settings page previews, in both languages', () => {
    for (const kind of noticeKinds) {
      expect(japanese.title[noticeKeys[kind]]).toBe(noticeTitles[kind].ja);
      expect(english.title[noticeKeys[kind]]).toBe(noticeTitles[kind].en);
    }
    expect(Object.keys(japanese)).toEqual(Object.keys(english));
    expect([japanese.language, english.language]).toEqual(['ja', 'en']);
  });

  it('fit the 30 characters that Shopify gives to a name', () => {
    expect(english.name.length).toBeLessThanOrEqual(30);
    expect(japanese.name.length).toBeLessThanOrEqual(30);
  });
});

describe('what a buyer sees', () => {
  it('is both notices, the card first, in the page’s language', () => {
    expect(shownNotices(both, 'ja')).toEqual([
      { key: 'three_ds_notice', lines: [threeDsNotice.ja] },
      { key: 'fraud_notice', lines: [fraudNotice.ja] },
    ]);
    expect(shownNotices(both, 'en').map(({ lines }) => lines)).toEqual([
      [threeDsNotice.en],
      [fraudNotice.en],
    ]);
  });

  it('is one notice where the other is off or empty, and nothing where both are', () => {
    const empty = entry('three_ds_notice', { ja: ' \n ', en: '' });
    expect(shownNotices([empty, both[0] ?? empty], 'ja').map(({ key }) => key)).toEqual([
      'fraud_notice',
    ]);
    expect(shownNotices([empty], 'ja')).toEqual([]);
    expect(shownNotices([], 'en')).toEqual([]);
  });

  it('keeps the lines and leaves out the empty ones', () => {
    const text = entry('three_ds_notice', { ja: '一行目\r\n\n 二行目 ', en: '' });
    expect(shownNotices([text], 'ja')[0]?.lines).toEqual(['一行目', '二行目']);
  });

  it.each(['', '{', 'null', '[]', '7', '{"ja":7}', '{"ja":["x"]}', '{"JA":"x"}'])(
    'is nothing where %s was stored',
    (value) => expect(shownNotices([entry('three_ds_notice', value)], 'ja')).toEqual([]),
  );

  it('is never what another app or another resource says', () => {
    const foreign = [
      entry('three_ds_notice', threeDsNotice, 'custom'),
      entry('three_ds_notice', threeDsNotice, '$app', 'product'),
    ];
    expect(shownNotices(foreign, 'ja')).toEqual([]);
  });
});

describe('the bundle', () => {
  it('stays below 64 kB and carries nothing of the server', async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: [path.join(folder, 'src/CheckoutNotice.tsx')],
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    const code = outputFiles[0]?.contents ?? new Uint8Array();
    console.log(`checkout-notice: ${code.length} B, ${gzipSync(code).length} B compressed`);
    expect(code.length).toBeGreaterThan(1000);
    expect(code.length).toBeLessThan(64_000);
    const inputs = Object.keys(metafile.inputs).join('\n');
    expect(inputs).not.toMatch(/web\/|node_modules\/zod/);
  });
});
