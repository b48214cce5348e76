import { describe, expect, test } from 'vitest';
import {
  checkAddress,
  comparePlaces,
  isCareOf,
  lacksHouseNumber,
} from '../../web/japan/address.ts';
import { type AddressLines, readAddress } from '../../web/japan/address-parts.ts';
import { readNumeral } from '../../web/japan/address-text.ts';
import { isMemberCode } from '../../web/japan/building.ts';
import { addressBaseKey, addressKey } from '../../web/japan/keys.ts';

const lines = (city: string, address1: string, address2 = '', pref = 'JP-13'): AddressLines => ({
  provinceCode: pref,
  ...{ city, address1, address2 },
});
const key = (...args: Parameters<typeof lines>) => addressKey(lines(...args));

describe('one place written in several ways has one key', () => {
  const place = '13|豊島区|東池袋|99-2-3|401';
  test.each([
    ['豊島区', '東池袋九十九丁目二番三号', '例示ハイツ　４０１号室'],
    ['豊島区', '東池袋99-2-3-401', ''],
    ['豊島区', '東池袋９９－２－３', '401'],
    ['豊島区', '東池袋99丁目2番3号401', ''],
    ['豊島区', '東池袋 99 丁目 2 番 3 号', '#401'],
    ['豊島区', '豊島区東池袋99の2の3', '例示ハイツ401号'],
    ['', '東京都豊島区東池袋99丁目2-3', '（例示ハイツ）401号室'],
    ['東京都豊島区', '東池袋99‐2‐3', '４０１'],
    ['豊島区', '東池袋', '99-2-3 例示ハイツ401'],
  ])('%s %s %s', (city, address1, address2) => {
    expect(key(city, address1, address2)).toBe(place);
  });

  test.each([
    ['札幌市中央区', '北一条西99丁目1-2', 'JP-1', '1|札幌市中央区|北1条西|99-1-2|'],
    ['帯広市', '西5条南10丁目3', 'JP-01', '1|帯広市|西5条南|10-3|'],
    ['松山市', '一番町99-1', 'JP-38', '38|松山市|一番町|99-1|'],
    ['港区', '麻布十番二丁目三番四号', 'JP-13', '13|港区|麻布十番|2-3-4|'],
    ['四日市市', '諏訪町99-1', 'JP-24', '24|四日市市|諏訪町|99-1|'],
    ['北群馬郡榛東村', '大字広馬場99番地', 'JP-10', '10|榛東村|広馬場|99|'],
    ['榛東村', '広馬場99', 'JP-10', '10|榛東村|広馬場|99|'],
    ['堺市堺区', '南花田口町2丁3-20', 'JP-27', '27|堺市堺区|南花田口町|2-3-20|'],
    ['千代田区', '丸の内一丁目9-1', 'JP-13', '13|千代田区|丸ノ内|1-9-1|'],
    ['龍ヶ崎市', '例示99', 'JP-08', '8|竜ケ崎市|例示|99|'],
    ['金沢市', '広岡イ23-4', 'JP-17', '17|金沢市|広岡イ|23-4|'],
  ])('%s %s is %4$s', (city, address1, pref, expected) => {
    expect(key(city, address1, '', pref)).toBe(expected);
  });
});

test('a 丁目 on one line and the number on the next are one block', () => {
  expect(key('千代田区', '丸の内一丁目', '9-1')).toBe('13|千代田区|丸ノ内|1-9-1|');
});

test('a town without a house number has no key', () => {
  expect(key('渋谷区', '神宮前', '例示ハイツ101')).toBe('');
  expect(addressBaseKey({ address1: '' })).toBe('');
});

test.each([
  ['例示ハイツ 401', '401'],
  ['例示レジデンス W棟1203', 'W-1203'],
  ['2号棟401号', '2-401'],
  ['2-401', '2-401'],
  ['GRAND COURT B-1105', 'B-1105'],
  ['例示ビルB1105', 'B-1105'],
  ['3階', '3F'],
  ['例示ビル3F', '3F'],
  ['0401', '401'],
  ['PH1201', 'PH-1201'],
  ['例示ハイツ', ''],
])('the room of %s is %s', (address2, room) => {
  expect(readAddress(lines('渋谷区', '神宮前99-1', address2)).room).toBe(room);
});

test.each([
  ['TS041234', true],
  ['12345AB', true],
  ['A1B2C3', true],
  ['#JP-12345', true],
  ['A-101', false],
  ['PH1201', false],
  ['12345', false],
  ['ABCDE', false],
  ['AB12', false],
  ['COURT401', false],
  ['NOWA907', false],
  ['B1F-102', false],
  ['APT101', false],
  ['TEL0312345678', false],
])('%s as a member number: %s', (code, expected) => {
  expect(isMemberCode(code)).toBe(expected);
});

test.each([
  ['a glyph picked by a selector', '葛\u{E0100}城市', '忍海1-2'],
  ['a zero-width space', '葛城市', '忍海\u200b1-2'],
  ['a radical in place of a character', '葛城市', '忍海1-2', '⻑屋\u00a0'],
])('%s is not seen and changes no key', (_what, city, address1, address2 = '長屋') => {
  const read = readAddress(lines(city, address1, address2));
  expect([addressKey(lines(city, address1, address2)), read.building]).toEqual([
    '13|葛城市|忍海|1-2|',
    '長屋',
  ]);
});

test.each([
  ['東京都 by its postal code', '150-0001', '13'],
  ['where a code was cut out of the next prefecture', '8710226', '40'],
  ['not where a code serves two', '4980000', ''],
  ['not where it is none', '15', ''],
])('a prefecture that nobody wrote is in the key: %s', (_what, zip, code) => {
  const address = { zip, city: '例示市', address1: '見本町1-2' };
  expect(addressKey(address)).toBe(`${code}|例示市|見本町|1-2|`);
  expect(readAddress(address).prefecture).toBeNull();
});

describe('two places', () => {
  const one = readAddress(lines('渋谷区', '神宮前99-1-2', '例示ハイツ101'));
  test.each([
    ['same', '例示ハイツ１０１号室'],
    ['same', '101'],
    ['similar', '例示ハイツ202'],
    ['similar', '例示ハイツ'],
    ['similar', '見本コーポ101'],
  ])('are %s with %s', (match, address2) => {
    expect(comparePlaces(one, readAddress(lines('渋谷区', '神宮前99-1-2', address2)))).toBe(match);
  });

  test('are others where only the order of the numbers agrees', () => {
    expect(comparePlaces(one, readAddress(lines('渋谷区', '神宮前2-1-99', '101')))).toBe('other');
  });

  test('without rooms are the same', () => {
    const house = readAddress(lines('松江市', '東朝日町99番地5', '', 'JP-32'));
    const again = readAddress(lines('松江市', '東朝日町99-5', '', 'JP-32'));
    expect(comparePlaces(house, again)).toBe('same');
  });
});

test.each([
  ['二十四', 24],
  ['二〇一', 201],
  ['百二十', 120],
  ['十', 10],
  ['千百', 1100],
  ['九十九', 99],
])('%s is %i', (text, number) => {
  expect(readNumeral(text)).toBe(number);
});

test('towns and buildings keep their numerals', () => {
  expect(key('千代田区', '一ツ橋99-1')).toBe('13|千代田区|一ツ橋|99-1|');
  expect(key('新宿区', '四谷99-1')).toBe('13|新宿区|四谷|99-1|');
  expect(key('港区', '六本木99-1')).toBe('13|港区|六本木|99-1|');
});

test.each([
  [true, '神宮前'],
  [true, '神宮前三丁目'],
  [true, '北1条西3丁目'],
  [false, '神宮前3丁目1'],
  [false, '大字例示番外地'],
])('a house number is missing (%s) in %s', (missing, address1) => {
  expect(lacksHouseNumber(readAddress(lines('渋谷区', address1)))).toBe(missing);
});

test('care of is read from the end of the address or the company', () => {
  const at = (address2: string) => readAddress(lines('渋谷区', '神宮前99-1', address2));
  expect(isCareOf(at('鈴木様方'), '')).toBe(true);
  expect(isCareOf(at(''), '例示病院気付')).toBe(true);
  expect(isCareOf(at('緒方ビル'), '')).toBe(false);
  expect(isCareOf(at('夕方'), '')).toBe(false);
});

test('a postal code is compared with every city that it serves', () => {
  const check = (zip: string, pref: string, city: string) => {
    const address = { ...lines(city, '例示99', '', pref), zip };
    return checkAddress(address, readAddress(address)).postalCode;
  };
  expect(check('498-0000', 'JP-23', '弥富市')).toBe('fits');
  expect(check('498-0000', 'JP-24', '桑名郡木曽岬町')).toBe('fits');
  expect(check('4980000', 'JP-13', '渋谷区')).toBe('differs');
  expect(check('1000000', 'JP-13', '千代田区')).toBe('fits');
  expect(check('１００－０００１', 'JP-13', '千代田区')).toBe('fits');
  expect(check('1638001', 'JP-13', '新宿区')).toBe('office');
});
