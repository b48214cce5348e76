import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, test } from 'vitest';
import { areaCodeOf, readPhone } from '../../web/japan/phone.ts';
import {
  areNeighbours,
  isNear,
  prefectureFromCode,
  prefectureName,
} from '../../web/japan/prefectures.ts';

test.each([
  ['090-1234-5678', 'mobile'],
  ['080 1234 5678', 'mobile'],
  ['(070)1234-5678', 'mobile'],
  ['060-1234-5678', 'mobile'],
  ['+81 (0)90-1234-5678', 'mobile'],
  ['819012345678', 'mobile'],
  ['０３（１２３４）５６０１', 'landline'],
  ['050-1234-5678', 'ip'],
  ['0120-123-456', 'toll-free'],
  ['0800-123-4567', 'toll-free'],
  ['0570-012-345', 'nationwide'],
  ['020-1234-5678', 'pager'],
  ['0990-123-456', 'premium'],
  ['+86 138 0013 8000', 'foreign'],
  ['010-86-138-0013-8000', 'foreign'],
  ['123456789', 'invalid'],
  ['90-1234-5678', 'invalid'],
  ['090-0000-0000', 'invalid'],
  ['080-0000-0000', 'invalid'],
  ['03-0000-0000', 'invalid'],
  ['090-1111-1111', 'invalid'],
  ['110', 'invalid'],
  ['なし', 'invalid'],
])('%s is %s', (raw, kind) => {
  expect(readPhone(raw).kind).toBe(kind);
});

test('without a country code the buyer’s country decides, for a shop at home', () => {
  expect(readPhone('212-555-1234', 'US')).toMatchObject({ kind: 'foreign', callingCode: '1' });
  expect(readPhone('212-555-1234', 'US', 'US')).toMatchObject({ kind: 'landline', areaCode: '' });
  expect(readPhone('03-1234-5601', 'JP', 'US').kind).toBe('foreign');
});

test('the short way for mobiles agrees with the library', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('070', '080', '090'),
      fc.stringMatching(/^\d{8}$/),
      (head, tail) => {
        const raw = `${head}-${tail.slice(0, 4)}-${tail.slice(4)}`;
        const own = readPhone(raw);
        const library = parsePhoneNumberFromString(raw, 'JP');
        if (/^(\d)\1{7}$/.test(tail)) expect(own.kind).toBe('invalid');
        else if (own.kind === 'mobile') {
          expect([library?.isValid(), library?.getType(), library?.number]).toEqual([
            ...[true, 'MOBILE', own.e164],
          ]);
        } else expect(library?.getType()).not.toBe('MOBILE');
      },
    ),
    { numRuns: 500 },
  );
});

test('the short way for landlines and special numbers agrees with the library', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^0[1-9]\d{4}$/), fc.stringMatching(/^\d{4}$/), (start, end) => {
      for (const tail of [end, '1234']) {
        const library = parsePhoneNumberFromString(start + tail, 'JP');
        const isSame = /(\d)\1{7}$/.test(start + tail);
        const own = readPhone(`${start}-${tail}`);
        expect(own.kind !== 'invalid').toBe(library?.isValid() === true && !isSame);
        if (own.kind !== 'invalid') expect(own.e164).toBe(library?.number);
      }
    }),
    { numRuns: 1000, examples: [['010690', '0000']] },
  );
});

describe('an area code', () => {
  test.each([
    ['0312345601', '03', [13]],
    ['0422123456', '0422', [13]],
    ['0499212345', '04992', [13]],
    ['0612345678', '06', [27, 28]],
    ['0280123456', '0280', [8, 9, 11]],
  ])('of %s is %s', (national, code, prefectures) => {
    expect(areaCodeOf(national)).toEqual({ code, prefectures });
  });

  test('is given with the phone', () => {
    expect(readPhone('0852-12-3405')).toMatchObject({ areaCode: '0852', prefectures: [32] });
  });
});

describe('prefectures', () => {
  test('are read from codes with and without zeros', () => {
    expect(['JP-13', 'JP-1', 'JP-01', '47'].map(prefectureFromCode)).toEqual([13, 1, 1, 47]);
    expect(['JP-48', 'CA', '', null].map(prefectureFromCode)).toEqual([null, null, null, null]);
  });

  test('are neighbours of each other, never of themselves', () => {
    for (let one = 1; one <= 47; one += 1) {
      expect(areNeighbours(one, one)).toBe(false);
      for (let other = 1; other <= 47; other += 1) {
        expect(areNeighbours(one, other)).toBe(areNeighbours(other, one));
      }
    }
    expect(isNear(28, [27])).toBe(true);
    expect(isNear(47, [46])).toBe(false);
  });

  test('have a name in both languages', () => {
    expect([prefectureName(13), prefectureName(13, 'en')]).toEqual(['東京都', 'Tokyo']);
  });
});
