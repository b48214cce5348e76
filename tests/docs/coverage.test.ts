import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../web/contract/default-settings.ts';
import { signals } from '../../web/risk/signals/index.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const text = read('docs/coverage.md');

interface Item {
  readonly number: number;
  readonly references: readonly string[];
}

const items: Item[] = [...text.matchAll(/^\| (\d+) \|[^|]*\|[^|]*\|(.*)\|$/gm)].map(
  ([, number, cell = '']) => ({
    number: Number(number),
    references: [...cell.matchAll(/`([^`]+)`/g)].map(([, reference = '']) => reference),
  }),
);

/** What stands at `a.b.c` of a JSON document. */
const at = (document: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.entries(value).find(([name]) => name === key)?.[1];
  }, document);

/** A language's words: those of every page, and those that single pages bring. */
const locales = ['ja', 'en'].map((language) =>
  readdirSync(new URL('web/frontend/locales/', root))
    .filter((name) => name.endsWith(`${language}.json`))
    .map((name): unknown => JSON.parse(read(`web/frontend/locales/${name}`))),
);
const routes = read('web/frontend/routes.tsx');
const later = new Set(
  'issue-4,issue-5,issue-6,issue-7,chargeback,police papers,loss ledger,replay,analytics'.split(
    ',',
  ),
);

const hasHeading = (reference: string): boolean => {
  const [file = '', heading = ''] = reference.split('#');
  if (!existsSync(new URL(file, root))) return false;
  return read(file)
    .split('\n')
    .some((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading);
};

const resolvers: Readonly<Record<string, (name: string) => boolean>> = {
  signal: (id) => signals.some((one) => one.id === id && one.group !== 'staff'),
  staff: (id) => signals.some((one) => one.id === id && one.group === 'staff'),
  settings: (path) => at(defaultSettings, path) !== undefined,
  locale: (key) =>
    locales.every((files) => files.some((words) => typeof at(words, key) === 'string')),
  page: (path) => routes.includes(`path="${path}"`),
  doc: hasHeading,
  later: (name) => later.has(name),
};

function resolves(reference: string): boolean {
  if (reference === 'open') return true;
  const colon = reference.indexOf(':');
  return resolvers[reference.slice(0, colon)]?.(reference.slice(colon + 1)) ?? false;
}

describe('docs/coverage.md', () => {
  test('has each of the 243 items once, in their order', () => {
    expect(items.map(({ number }) => number)).toEqual(
      Array.from({ length: 243 }, (_, index) => index + 1),
    );
  });

  test('refers only to what exists', () => {
    const broken = items.flatMap(({ number, references }) =>
      references.filter((reference) => !resolves(reference)).map((one) => `${number}: ${one}`),
    );
    expect(broken).toEqual([]);
    expect(items.filter(({ references }) => references.length === 0)).toEqual([]);
  });

  test('finds a reference that is broken', () => {
    const strange = [
      ...['signal:no-such', 'signal:staff-denies-order', 'staff:first-order', 'settings:cod.none'],
      ...['locale:order', 'page:nowhere', 'doc:README.md#None', 'later:some day', 'nothing'],
    ];
    expect(strange.filter(resolves)).toEqual([]);
  });

  test('says how much is open, and how much is later', () => {
    const open = items.filter(({ references }) => references.includes('open'));
    expect(open.map(({ number }) => number)).toEqual([]);
    const isLater = (reference: string) => reference.startsWith('later:');
    const wholly = items.filter(({ references }) => references.every(isLater)).length;
    const touched = items.filter(({ references }) => references.some(isLater)).length;
    expect(text).toContain(
      `${wholly} items are wholly \`later\`, ${touched - wholly} more in part.`,
    );
    expect(text).toContain(`${open.length} items:`);
  });

  test('names every signal of the registry somewhere', () => {
    const named = new Set(items.flatMap(({ references }) => references));
    const missing = signals.filter(
      ({ id, group }) => !named.has(`${group === 'staff' ? 'staff' : 'signal'}:${id}`),
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
  });
});
