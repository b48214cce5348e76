import { describe, expect, it } from 'vitest';
import type { ImportField } from '../../web/contract/list-imports.ts';
import { createRowReader } from '../../web/imports/read-row.ts';

const now = Date.parse('2026-11-22T12:00:00+09:00');
const read = (cells: Partial<Record<ImportField, string>>, more: readonly string[] = []) => {
  const mapping = Object.keys(cells) as ImportField[];
  return createRowReader({ mapping, kind: 'fraud', now })([...Object.values(cells), ...more]);
};
/** Several columns may mean the same. */
const readPairs = (pairs: readonly (readonly [ImportField, string])[]) =>
  createRowReader({ mapping: pairs.map(([field]) => field), kind: 'fraud', now })(
    pairs.map(([, cell]) => cell),
  );

describe('a row', () => {
  it('becomes a person', () => {
    const row = read({
      ...{ email: 'a@example.jp ; b@example.jp', phone: '03-1234-5601 ; 090-1234-5601' },
      ...{ name: '例示 花子', reading: 'レイジ ハナコ', zip: '150-0001', province: '東京都' },
      ...{
        city: '渋谷区',
        address1: '神宮前99-1-2',
        address2: '例示ハイツ101',
        ip: '198.51.100.7',
      },
      ...{
        'card-bin': '424242',
        'card-last4': '42',
        kind: '代引き',
        reason: '受取拒否',
        note: '2回',
      },
      ...{ 'added-at': '2026/1/31', 'expires-at': '2027年5月1日', order: '#1001' },
    });
    expect(row).toEqual({
      kind: 'cod',
      identity: {
        emails: ['a@example.jp', 'b@example.jp'],
        phones: ['03-1234-5601', '090-1234-5601'],
        ...{ name: '例示 花子', reading: 'レイジ ハナコ', ip: '198.51.100.7' },
        address: {
          ...{ zip: '150-0001', provinceCode: 'JP-13', countryCode: 'JP', city: '渋谷区' },
          ...{ address1: '神宮前99-1-2', address2: '例示ハイツ101' },
        },
        card: { bin: '424242', last4: '0042', expiry: null },
      },
      reason: 'refused',
      note: '2回 / #1001',
      addedAt: Date.parse('2026-01-31T00:00:00+09:00'),
      expiresAt: Date.parse('2027-05-01T00:00:00+09:00'),
    });
  });

  it('joins what shops give in parts', () => {
    const row = readPairs([
      ['last-name', '例示'],
      ['first-name', '花子'],
      ['zip', '150'],
      ['zip', '0001'],
      ['phone', '03'],
      ['phone', '1234'],
      ['phone', '5601'],
      ['full-address', '東京都渋谷区神宮前99-1-2'],
    ]);
    expect(row).toMatchObject({
      identity: {
        name: '例示 花子',
        phones: ['03-1234-5601'],
        address: { zip: '150-0001', provinceCode: 'JP-13', address1: '東京都渋谷区神宮前99-1-2' },
      },
    });
  });

  it('undoes what spreadsheets do: lost zeros, ="…", an apostrophe before a formula', () => {
    expect(
      read({ zip: '600001', city: '札幌市', address1: '北一条西99', phone: '="09012345601"' }),
    ).toMatchObject({ identity: { address: { zip: '0600001' }, phones: ['09012345601'] } });
    expect(read({ phone: "'+819012345601", email: '"' })).toMatchObject({ reason: 'email' });
    expect(read({ phone: "'+819012345601" })).toMatchObject({
      identity: { phones: ['+819012345601'] },
    });
  });

  it('takes a postal code at the beginning of an address', () => {
    expect(read({ 'full-address': '〒150-0001 東京都渋谷区神宮前99-1-2' })).toMatchObject({
      identity: { address: { zip: '150-0001', address1: '東京都渋谷区神宮前99-1-2' } },
    });
  });

  it('keeps words of a reason that it does not know, and accuses no victim', () => {
    expect(read({ email: 'a@example.jp', reason: '態度が悪い' })).toMatchObject({
      ...{ reason: 'other', note: '態度が悪い' },
    });
    expect(read({ email: 'a@example.jp', kind: '保護', reason: '盗難カード' })).toMatchObject({
      ...{ kind: 'protected', reason: 'other', note: '盗難カード' },
    });
  });

  it('does not believe a date in the future', () => {
    expect(read({ email: 'a@example.jp', 'added-at': '2031-01-01' })).toMatchObject({
      addedAt: now,
    });
  });

  it.each([
    [{ email: 'dareka' }, 'email', 0],
    [{ name: '例示', phone: '9.01235E+09' }, 'phone', 1],
    [{ phone: '1234567' }, 'phone', 0],
    [{ email: 'a@example.jp', kind: '何か' }, 'kind', 1],
    [{ 'card-bin': '4242', 'card-last4': '4242' }, 'card', 0],
    [{ 'card-last4': '4242' }, 'card', 0],
    [{ email: 'a@example.jp', 'added-at': '2026-02-30' }, 'date', 1],
    [{ email: 'a@example.jp', 'expires-at': '2020-01-01' }, 'expired', 1],
    [{ email: 'a@example.jp', note: 'x'.repeat(1001) }, 'too_long', 1],
    [{ email: 'a@example.jp', note: 'a\u0000b' }, 'unreadable', 1],
    [{ email: 'a@example.jp', name: '\ufffd\ufffd' }, 'unreadable', 1],
  ] as const)('refuses %j', (cells, reason, column) => {
    expect(read(cells)).toEqual({ reason, column });
  });

  it('refuses a comma too many, and not empty cells at the end', () => {
    expect(read({ email: 'a@example.jp' }, ['花子'])).toEqual({ reason: 'columns', column: null });
    expect(read({ email: 'a@example.jp' }, ['', ' '])).toMatchObject({ kind: 'fraud' });
  });
});
