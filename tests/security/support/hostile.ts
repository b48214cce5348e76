import fc from 'fast-check';

/** FUZZ_RUNS multiplies how often is tried; FUZZ_SEED repeats a run (fast-check names it where one fails). */
const seed = Number(process.env.FUZZ_SEED ?? 20_261_124);
const factor = Number(process.env.FUZZ_RUNS ?? 1);
export const isLongRun = factor > 1;

export const bounded = (numRuns: number) => ({ seed, numRuns: Math.ceil(numRuns * factor) });
/** Of a test that tries, in milliseconds; on a machine that does twenty other things too. */
export const patience = (milliseconds: number): number => 4 * milliseconds * Math.max(1, factor);

/** Texts that have broken something somewhere. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'a\udfffb',
  '\r\nX-Injected: 1',
  'a\nBcc: stranger@example.jp',
  '\u202e逆から\u202c',
  '\u2028\u2029\ufeff',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; drop table orders; --",
  "=cmd|' /C calc'!A0",
  '{{署名}}{{回答リンク}}',
  '$' + '{7*7}<%= 7 %>#{7}',
  '%00',
  '%',
  '..%2f..%2fetc%2fpasswd',
  '../../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'NaN',
  '-1',
  '1e999',
  '9'.repeat(25),
  '9223372036854775808',
  '0x10',
  '１２３',
  '👩‍👩‍👧‍👦'.repeat(20),
  'ｶﾞ゙'.repeat(100),
  'あ'.repeat(10_000),
  `a${'\u0301'.repeat(5_000)}`,
  `${'ア-'.repeat(3_000)}一丁目`,
];

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 50 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
);

/** `JSON.parse` makes an own key of it, as a request would. */
const polluting: unknown = JSON.parse('{"__proto__":{"isOwner":true},"constructor":{"x":1}}');
const deep = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      0.5,
      1e308,
      2 ** 53,
      [],
      {},
      [null],
      polluting,
      deep(2_000),
      Array(3_000).fill('x'),
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
);

/** What is done to one place of a document. */
export interface Blow {
  /** Which of its places, as a share of all. */
  readonly at: number;
  readonly how: 'replace' | 'remove' | 'add';
  readonly value: unknown;
}

export const blow: fc.Arbitrary<Blow> = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  how: fc.constantFrom<Blow['how']>('replace', 'replace', 'replace', 'remove', 'add'),
  value: hostileValue,
});

type Path = readonly (string | number)[];

/** A right document with one place gone wrong, so that a check further in is reached too. */
export function struck(document: unknown, { at, how, value }: Blow): unknown {
  const paths = pathsOf(document, []);
  const path = paths[Math.floor(at * paths.length)] ?? [];
  return change(document, path, how, value);
}

function pathsOf(value: unknown, path: Path): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inside = Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key]));
  return [path, ...inside];
}

function change(value: unknown, path: Path, how: Blow['how'], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    return how === 'add' && typeof value === 'object' ? { ...value, stray: by } : by;
  }
  const entries = Object.entries(value ?? {});
  const isLast = rest.length === 0;
  const changed = entries.flatMap(([name, one]): [string, unknown][] => {
    if (name !== key) return [[name, one]];
    if (isLast && how === 'remove') return [];
    return [[name, isLast && how === 'replace' ? by : change(one, rest, how, by)]];
  });
  return Array.isArray(value) ? changed.map(([, one]) => one) : Object.fromEntries(changed);
}
