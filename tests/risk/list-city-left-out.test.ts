import { expect, it } from 'vitest';
import { keysOfEntry } from '../../web/risk/list-keys.ts';
import { placeOf } from '../../web/risk/list-traits.ts';

const at = (zip: string, provinceCode: string | null, city: string, address1: string) =>
  placeOf({ zip, provinceCode, city, address1, address2: '', countryCode: 'JP' })?.room;

it.each([
  ['渋谷区', ['150-0001', 'JP-13', '', '神宮前99-1-2'], '13|渋谷区|神宮前|99-1-2|'],
  [
    '渋谷区, no prefecture',
    ['1500001', null, '', '神宮前九十九丁目1番2号'],
    '13|渋谷区|神宮前|99-1-2|',
  ],
  ['横浜市鶴見区', ['230-0001', 'JP-14', '横浜市', '矢向99-1-2'], '14|横浜市鶴見区|矢向|99-1-2|'],
  ['鶴見区', ['230-0001', 'JP-14', '鶴見区', '矢向99-1-2'], '14|横浜市鶴見区|矢向|99-1-2|'],
] as const)('reads the city that was left out off the postal code: %s', (_what, given, key) => {
  const [zip, province, city, address1] = given;
  expect(at(zip, province, city, address1)).toBe(key);
});

it('leaves an address as it is where the code does not fit, or is not there', () => {
  expect(at('530-0001', 'JP-13', '', '神宮前99-1-2')).toBe('13||神宮前|99-1-2|');
  expect(at('', 'JP-14', '横浜市', '矢向99-1-2')).toBe('14|横浜市|矢向|99-1-2|');
  expect(at('150-0001', 'JP-13', '港区', '六本木99-1-2')).toBe('13|港区|六本木|99-1-2|');
});

it('gives an entry without its city the keys of one with it', () => {
  const entry = (city: string) =>
    keysOfEntry({
      ...{ emails: [], phones: [], name: null, reading: null, ip: null, card: null },
      address: {
        ...{ zip: '150-0001', provinceCode: 'JP-13', countryCode: 'JP' },
        ...{ city, address1: '神宮前99-1-2', address2: '例示ハイツ101' },
      },
    });
  expect(entry('')).toEqual(entry('渋谷区'));
});
