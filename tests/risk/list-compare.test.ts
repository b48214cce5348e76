import { describe, expect, test } from 'vitest';
import { compareEntry } from '../../web/risk/list-compare.ts';
import type { ListIdentity } from '../../web/risk/list-entry.ts';
import type { ListPiece } from '../../web/risk/list-pieces.ts';
import { type Change, evidenceWith, home } from './support/evidence.ts';

const nobody: ListIdentity = {
  ...{ emails: [], phones: [], name: null, reading: null },
  ...{ address: null, ip: null, card: null },
};
/** What differs stands in brackets. */
const marked = (pieces: readonly ListPiece[]) =>
  pieces.map(({ text, agrees }) => (agrees ? text : `[${text}]`)).join('|');
const fieldsOf = (identity: Partial<ListIdentity>, change: Change = {}) =>
  compareEntry(evidenceWith(change), { ...nobody, ...identity }).comparisons.map(
    ({ field, grade, order, entry }) => [field, grade, marked(order), marked(entry)],
  );
const gradeOf = (identity: Partial<ListIdentity>) =>
  compareEntry(evidenceWith(), { ...nobody, ...identity }).grade;

describe('an order beside an entry', () => {
  test.each<[string, string, Partial<ListIdentity>]>([
    ['exact', 'the room in another spelling', { address: { ...home, address2: '１０１号室' } }],
    ['exact', 'one of several e-mails', { emails: ['x@example.jp', 'REIDAI@example.jp'] }],
    ['exact', 'the card alone', { card: { bin: '424242', last4: '4242' } }],
    [
      'similar',
      'another room and the same name',
      { name: '例示花子', address: { ...home, lastName: '', address2: '202' } },
    ],
    ['shown', 'the name alone', { name: '例示　花子 様' }],
    ['shown', 'the network alone', { ip: '192.0.2.10' }],
    ['shown', 'name and network', { name: '例示花子', ip: '192.0.2.10' }],
    ['none', 'the building alone', { address: { ...home, lastName: '見本', address2: '202' } }],
    [
      'none',
      'a neighbouring block',
      { address: { ...home, lastName: '見本', address1: '神宮前99-2-1' } },
    ],
    [
      'none',
      'a card of another month',
      { card: { bin: '424242', last4: '4242', expiry: '01/29' } },
    ],
  ])('is %s: %s', (grade, _says, identity) => {
    expect(gradeOf(identity)).toBe(grade);
  });

  test('shows addresses part by part, each in its own spelling', () => {
    const address = {
      ...home,
      lastName: '',
      address1: '神宮前九十九丁目一番２号',
      address2: '例示ハイツ２０２号室',
    };
    expect(fieldsOf({ address })[0]).toEqual([
      ...['address', 'similar'],
      '東京都|渋谷区|神宮前|99-1-2| 例示ハイツ|[101]',
      '東京都|渋谷区|神宮前|九十九丁目一番２号| 例示ハイツ|[２０２号室]',
    ]);
  });

  test('marks a block as a whole, never digit by digit', () => {
    const address = {
      ...home,
      city: '',
      lastName: '',
      address1: '渋谷区神宮前99-2-1',
      address2: '',
    };
    expect(fieldsOf({ address })[0]).toEqual([
      ...['address', 'other'],
      '東京都|渋谷区|神宮前|[99-1-2]|[ 例示ハイツ]|[101]',
      '東京都|渋谷区|神宮前|[99-2-1]',
    ]);
  });

  test.each([
    ['03-1234-5602', 'similar', '03-1234-560|[1]', '03-1234-560|[2]'],
    ['+81 3 1234 5602', 'similar', '03-1234-560|[1]', '+81 3 1234 560|[2]'],
    ['+81 3 1234 5601', 'same', '03-1234-5601', '+81 3 1234 5601'],
    ['03-9999-5602', 'other', '[03-1234-5601]', '[03-9999-5602]'],
  ])('shows the digit that differs in %s', (phone, ...expected) => {
    expect(fieldsOf({ phones: [phone] })).toEqual([['phone', ...expected]]);
  });

  test.each([
    ['rei.dai2@example.jp', 'similar', 'reidai@example.jp', 'rei|[.]|dai|[2]|@example.jp'],
    ['mihon@example.jp', 'other', '[reidai@example.jp]', '[mihon@example.jp]'],
  ])('shows the letters that differ in %s', (email, ...expected) => {
    expect(fieldsOf({ emails: [email] })).toEqual([['email', ...expected]]);
  });

  test('tells number and month of a card apart', () => {
    expect(fieldsOf({ card: { bin: '424242', last4: '4242', expiry: '2029-01' } })).toEqual([
      ['card', 'other', '424242••••••4242|[ 12/30]', '424242••••••4242|[ 2029-01]'],
    ]);
  });

  test('shows the reading that a name agrees with', () => {
    const change = { ship: { lastName: 'レイジ', firstName: 'ハナコ' } };
    expect(fieldsOf({ name: '例示 花子', reading: 'れいじ はなこ' }, change)).toEqual([
      ['name', 'same', 'レイジ ハナコ', 'れいじ はなこ'],
    ]);
  });

  test('compares an address abroad as one text', () => {
    const ship = { countryCode: 'US', provinceCode: 'US-OR', zip: '97201', city: 'Portland' };
    const there = { ...home, ...ship, address1: '99 Example St', address2: '' };
    const fields = (address1: string) =>
      fieldsOf({ address: { ...there, lastName: '', address1 } }, { ship: there })[0]?.slice(0, 2);
    expect(fields('99 EXAMPLE ST.')).toEqual(['address', 'same']);
    expect(fields('98 Example St')).toEqual(['address', 'other']);
  });

  test('leaves out what one side does not have', () => {
    expect(fieldsOf({}, {})).toEqual([]);
    expect(fieldsOf({ ip: '192.0.2.11' })).toEqual([
      ['ip', 'other', '[192.0.2.10]', '[192.0.2.11]'],
    ]);
    expect(
      fieldsOf(
        { ip: '192.0.2.11', emails: ['a@example.jp'] },
        { order: { clientIp: null, email: null } },
      ),
    ).toEqual([]);
  });
});
