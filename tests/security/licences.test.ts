import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isAllowed } from './support/licences.ts';

const registry = 'https://registry.npmjs.org/';
const root = path.join(import.meta.dirname, '../..');
const locked = z.object({
  packages: z.record(
    z.string(),
    z.object({
      license: z.string().optional(),
      version: z.string().optional(),
      link: z.boolean().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
    }),
  ),
});

/** What the lock file brings in; our own workspaces have no `node_modules` in their path. */
function packagesOf(file: string) {
  const { packages } = locked.parse(JSON.parse(readFileSync(path.join(root, file), 'utf8')));
  return Object.entries(packages).filter(
    ([name, { link }]) => name.includes('node_modules/') && link !== true,
  );
}

describe.each([
  'package-lock.json',
  'tests/machinery/package-lock.json',
  'tests/machinery/peers/package-lock.json',
])('every package of %s', (file) => {
  const packages = packagesOf(file);

  it('has a licence that we may use', () => {
    expect(packages.length).toBeGreaterThan(20);
    const refused = packages
      .filter(([name, { license }]) => !isAllowed(name.replace(/^.*node_modules\//, ''), license))
      .map(([name, { license }]) => `${name}: ${license ?? 'none told'}`);
    expect(refused).toEqual([]);
  });

  it('comes from the registry, with the sum of what it must be', () => {
    const strange = packages.filter(
      ([, { resolved, integrity }]) =>
        !(resolved ?? registry).startsWith(registry) || !integrity?.startsWith('sha512-'),
    );
    expect(strange.map(([name]) => name)).toEqual([]);
  });
});

describe('a licence', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND ISC', true],
    ['GPL-3.0', false],
    ['AGPL-3.0-only', false],
    ['MIT AND GPL-2.0', false],
    ['SSPL-1.0', false],
    ['BUSL-1.1', false],
    ['UNLICENSED', false],
    ['SEE LICENSE IN LICENSE.md', false],
    [undefined, false],
  ])('%s is one that we may use: %s', (licence, allowed) => {
    expect(isAllowed('some-package', licence)).toBe(allowed);
  });
});
