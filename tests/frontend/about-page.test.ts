import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ageText } from '../../web/frontend/components/about/age-text.ts';
import { openSource } from '../../web/frontend/components/about/open-source.ts';

const root = path.join(import.meta.dirname, '../..');
const json = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

describe('the list of open source', () => {
  it('names every package that the app runs on, with the licence that stands in it', () => {
    const packages = Object.keys(json('package.json').dependencies).sort();
    expect(openSource.map(({ name }) => name)).toEqual(packages);
    const licences = packages.map(
      (name): string => json(`node_modules/${name}/package.json`).license,
    );
    const said = openSource.map(({ licence }) =>
      // Shopify's own licence has no short name that npm knows.
      licence === 'Polaris License' ? 'SEE LICENSE IN LICENSE.md' : licence,
    );
    expect(said).toEqual(licences);
  });
});

describe('the age of data', () => {
  it('is told in days, then months, then years', () => {
    expect([0, 1, 59, 60, 365, 728, 900].map((days) => Object.values(ageText(days)))).toEqual([
      ['about.today', 0],
      ['about.daysAgo', 1],
      ['about.daysAgo', 59],
      ['about.monthsAgo', 2],
      ['about.monthsAgo', 12],
      ['about.yearsAgo', 2],
      ['about.yearsAgo', 2],
    ]);
  });
});
