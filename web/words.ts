import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Words } from './usecases/ports/words-port.ts';

type Tree = { readonly [key: string]: Tree | string };

/** Of all that the pages say, what is said in exports too. */
const files = ['', 'audit.', 'lists.', 'privacy.'];

/** The sentences of the pages (`locales/ja.json` …), for what the server writes in the same words. */
export function readWords(folder: string): Words {
  const read = (name: string): Tree => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  const treesOf = (locale: string) => files.map((file) => read(`${file}${locale}.json`));
  const trees = { ja: treesOf('ja'), en: treesOf('en') };
  return (locale, key, values = {}) => {
    const text = find(trees[locale], key.split('.'));
    if (text === null) return null;
    return text.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(values[name] ?? ''));
  };
}

function find(trees: readonly Tree[], keys: readonly string[]): string | null {
  for (const tree of trees) {
    let at: Tree | string | undefined = tree;
    for (const key of keys) {
      at = typeof at === 'object' && Object.hasOwn(at, key) ? at[key] : undefined;
    }
    if (typeof at === 'string') return at;
  }
  return null;
}
