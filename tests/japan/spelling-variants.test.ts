import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readAddress } from '../../web/japan/address-parts.ts';
import { addressKey, baseKeyOf } from '../../web/japan/keys.ts';
import { nearMisses, placeIn, takesNumbers } from './support/places.ts';
import { official } from './support/spelling.ts';
import { spellings } from './support/spellings.ts';
import { allTowns, sampleOf, seeded, type Town } from './support/towns.ts';

/** `SPELLING_TOWNS=all` reads every town of Japan (some minutes) and prints each rule's recall. */
const asked = process.env.SPELLING_TOWNS;
const towns: Town[] = allTowns().filter(takesNumbers);
const some = (size: number, seed: number): Town[] =>
  asked === 'all' ? towns : sampleOf(towns, size, seed);

/** `# what: key`, then a line for each spelling: city / first line / second line. */
const oneRoom = readFileSync(new URL('../fixtures/one-room.txt', import.meta.url), 'utf8')
  .split('\n\n')
  .map((group) => {
    const [head = '', ...written] = group.trim().split('\n');
    const [, what = '', key = ''] = /^# (.+?): (.+)$/.exec(head) ?? [];
    return [what, key, written] as const;
  });

interface Recall {
  written: number;
  found: number;
  readonly lost: string[];
}

function recallOf(sample: readonly Town[]): Map<string, Recall> {
  const draw = seeded(3);
  const rules = new Map<string, Recall>();
  for (const at of sample) {
    const place = placeIn(at, draw);
    const key = addressKey(official(place));
    for (const { rule, applies, write } of spellings) {
      if (applies && !applies(place)) continue;
      const recall = rules.get(rule) ?? { written: 0, found: 0, lost: [] };
      const variant = write(place);
      recall.written += 1;
      if (key !== '' && addressKey(variant) === key) recall.found += 1;
      else recall.lost.push(`${key}: ${variant.city} ${variant.address1} ${variant.address2}`);
      rules.set(rule, recall);
    }
  }
  return rules;
}

/** A few towns for each rule that a sample would hardly meet: 蛍, 竈. */
function rareTowns(): Town[] {
  const draw = seeded(5);
  return spellings.flatMap(({ rule, applies }) =>
    applies && /^old form/.test(rule)
      ? towns.filter((at) => applies(placeIn(at, draw))).slice(0, 20)
      : [],
  );
}

describe('one room in two spellings', () => {
  const rules = recallOf([...some(2500, 7), ...rareTowns()]);
  const all = [...rules.values()];
  const sum = (part: (recall: Recall) => number) =>
    all.reduce((total, recall) => total + part(recall), 0);
  const recall = sum(({ found }) => found) / sum(({ written }) => written);
  if (asked) {
    for (const [rule, { written, found, lost }] of rules) {
      console.log(
        `${((100 * found) / written).toFixed(3)} % of ${written}: ${rule}`,
        lost[0] ?? '',
      );
    }
    console.log(`recall ${recall} of ${sum(({ written }) => written)} spellings`);
  }

  test('is found again in at least 99.9 of 100 cases', () => {
    expect(sum(({ written }) => written)).toBeGreaterThan(100_000);
    expect(recall).toBeGreaterThanOrEqual(0.999);
  });

  test('is found again by every rule that a town was written with', () => {
    const weak = [...rules].filter(([, { written, found }]) => found < written * 0.99 - 1);
    expect(weak.map(([rule, { lost }]) => `${rule}: ${lost[0]}`)).toEqual([]);
    const untried = spellings.filter(({ rule }) => !rules.has(rule));
    expect(untried.map(({ rule }) => rule)).toEqual([]);
  });

  test.each(oneRoom)('is one: %s', (_what, key, written) => {
    const keys = written.map((line) => {
      const [city, address1, address2] = line.split(' / ');
      return addressKey({ provinceCode: 'JP-13', city, address1, address2 });
    });
    expect(keys.length).toBeGreaterThan(1);
    expect([...new Set(keys)]).toEqual([`13|${key}`]);
  });
});

describe('different places', () => {
  test('of one town are never one, whatever the spelling', () => {
    const draw = seeded(11);
    const merged: string[] = [];
    for (const at of some(120, 23)) {
      const known = new Map<string, string>();
      for (const place of nearMisses(at)) {
        const fitting = spellings.filter(({ applies }) => !applies || applies(place));
        const spelt = fitting[draw(fitting.length)];
        const id = `${place.numbers.join('-')} ${place.wing}-${place.room}`;
        for (const lines of spelt ? [official(place), spelt.write(place)] : [official(place)]) {
          const key = addressKey(lines);
          const other = key === '' ? id : (known.get(key) ?? id);
          if (other !== id) merged.push(`${at.city}${at.town} ${other} = ${id} (${spelt?.rule})`);
          known.set(key, other);
        }
      }
    }
    expect(merged).toEqual([]);
  });

  test('are all towns of Japan, and each has a key', () => {
    const known = new Map<string, string>();
    const merged: string[] = [];
    for (const { prefecture, city, town } of towns) {
      const lines = { provinceCode: `JP-${prefecture}`, city, address1: `${town}1-2-3` };
      const key = baseKeyOf(readAddress(lines));
      const other = known.get(key) ?? town;
      if (key === '' || !isOneName(town, other)) merged.push(`${city} ${town} = ${other}`);
      known.set(key, town);
    }
    expect(known.size).toBeGreaterThan(110_000);
    expect(merged).toEqual([]);
  });
});

/** The table itself writes a few towns twice: 日の出 and 日之出. */
const isOneName = (one: string, other: string): boolean =>
  one.replace('之', 'の') === other.replace('之', 'の');
