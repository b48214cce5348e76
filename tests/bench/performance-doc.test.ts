import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeSubset } from './engines/compare.ts';
import { measurements, promisedFigures } from './figures.ts';

const page = readFileSync(path.join(import.meta.dirname, '../../docs/performance.md'), 'utf8');
const named = new Set([...page.matchAll(/`([a-z0-9_-]+)`/g)].map(([, name]) => name));

test('docs/performance.md says what each measured figure means', () => {
  const measured = measurements.flatMap(({ names }) => names);
  expect(measured.filter((name) => !named.has(name))).toEqual([]);
});

test('every figure that is measured is promised, and none is still called later', () => {
  const promised = new Map(promisedFigures.map((one) => [one.name, one]));
  const unpromised = measurements
    .flatMap(({ names }) => names)
    .filter((name) => !promised.has(name));
  expect(unpromised).toEqual([]);
  const late = measurements.flatMap(({ names }) =>
    names.filter((name) => promised.get(name)?.later),
  );
  expect(late).toEqual([]);
});

test('docs/performance.md names the compared rules, and no others as compared', () => {
  const subset = page.slice(page.indexOf('**The subset.**'), page.indexOf('**The facts.**'));
  const told = [...subset.matchAll(/`([a-z0-9-]+)`/g)].map(([, name]) => name).sort();
  expect(told).toEqual(
    makeSubset(1)
      .rules.map(({ id }) => id)
      .sort(),
  );
});
