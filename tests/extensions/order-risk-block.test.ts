import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { levels, orderStates } from '../../web/contract/level.ts';

const folder = path.join(import.meta.dirname, '../../extensions/order-risk-block');
const library = path.join(import.meta.dirname, '../../node_modules/@shopify/ui-extensions');
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
const manifest = read('shopify.extension.toml');
const setting = (key: string) => manifest.match(new RegExp(`^${key} = "([^"]*)"$`, 'm'))?.[1];

/** `level.high` and the like, every leaf. */
function keysOf(words: object, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? keysOf(value, `${prefix}${key}.`)
      : [`${prefix}${key}`],
  );
}

describe('the manifest', () => {
  it('names a target that the installed library types', () => {
    const target = setting('target');
    expect(target).toBe('admin.order-details.block.render');
    const types = path.join(library, `build/ts/surfaces/admin/targets/${target}.d.ts`);
    expect(existsSync(types)).toBe(true);
  });

  it('names the API version of the installed library', () => {
    const { version } = JSON.parse(readFileSync(path.join(library, 'package.json'), 'utf8'));
    const [year, month] = version.split('.');
    expect(setting('api_version')).toBe(`${year}-${month.padStart(2, '0')}`);
  });

  it('names a module that is there, and the folder as its handle', () => {
    expect(existsSync(path.join(folder, setting('module') ?? ''))).toBe(true);
    expect(setting('handle')).toBe(path.basename(folder));
    expect(setting('type')).toBe('ui_extension');
  });
});

describe('the words', () => {
  const english = JSON.parse(read('locales/en.default.json'));
  const japanese = JSON.parse(read('locales/ja.json'));

  it('exist in both languages, none empty', () => {
    expect(keysOf(japanese).toSorted()).toEqual(keysOf(english).toSorted());
    for (const words of [english, japanese]) {
      expect(JSON.stringify(words)).not.toContain('""');
    }
  });

  it('cover every level and every state', () => {
    expect(Object.keys(japanese.level).toSorted()).toEqual(levels.toSorted());
    expect(Object.keys(japanese.state)).toEqual(expect.arrayContaining([...orderStates]));
  });

  it('cover every key that the code asks for', () => {
    const code = read('src/BlockExtension.tsx');
    const asked = [...code.matchAll(/\bt\('([\w.]+)'/g)].map((match) => match[1] ?? '');
    expect(asked.length).toBeGreaterThan(5);
    expect(keysOf(english)).toEqual(expect.arrayContaining(asked));
  });

  it('fit the 30 characters that Shopify gives to a name', () => {
    expect(english.name.length).toBeLessThanOrEqual(30);
    expect(japanese.name.length).toBeLessThanOrEqual(30);
  });
});

describe('the bundle', () => {
  it('stays below 64 kB and carries nothing of the server', async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: [path.join(folder, 'src/BlockExtension.tsx')],
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    const code = outputFiles[0]?.contents ?? new Uint8Array();
    console.log(`order-risk-block: ${code.length} B, ${gzipSync(code).length} B compressed`);
    expect(code.length).toBeGreaterThan(1000);
    expect(code.length).toBeLessThan(64_000);
    const inputs = Object.keys(metafile.inputs).join('\n');
    expect(inputs).not.toMatch(/web\/|node_modules\/zod/);
  });
});
