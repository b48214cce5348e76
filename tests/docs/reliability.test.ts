import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { promised } from '../chaos/promised.ts';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/reliability.md', root), 'utf8');
const inCode = [...page.matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);

test('docs/reliability.md says what each figure of chaos means', () => {
  const missing = promised.map(({ name }) => name).filter((name) => !inCode.includes(name));
  expect(missing).toEqual([]);
});

test('docs/reliability.md names only tests and documents that exist', () => {
  const files = inCode.filter((text) => /^(tests|docs|web)\/[\w./-]+\.(ts|md)$/.test(text));
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
});
