import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { guessMapping } from '../../web/imports/guess-mapping.ts';
import { createRowReader, isBad } from '../../web/imports/read-row.ts';
import type { ListEntry } from '../../web/risk/list-entry.ts';
import { fingerprintOf } from '../../web/risk/list-keys.ts';
import { headingOf, linesOf } from '../../web/usecases/lists/list-export.ts';

const now = Date.parse('2026-11-22T03:00:00Z');

const entry = (
  change: Partial<ListEntry>,
  identity: Partial<ListEntry['identity']>,
): ListEntry => ({
  id: 'e-1',
  kind: 'fraud',
  identity: {
    ...{ emails: [], phones: [], name: null, reading: null, address: null, ip: null, card: null },
    ...identity,
  },
  reason: 'other',
  note: null,
  addedAt: now,
  addedBy: { kind: 'staff', id: '7', name: '例示 花子' },
  order: null,
  expiresAt: now + 86_400_000,
  ...change,
});

const everything = entry(
  { reason: 'stolen-card', note: '電話で"確認", 済み\n二行目', order: { id: '1', name: '#1001' } },
  {
    emails: ['reidai@example.jp'],
    phones: ['+1 202 555 0101', '03-1234-5601'],
    name: '例示 太郎',
    reading: 'レイジ タロウ',
    address: {
      ...{ zip: '060-0001', provinceCode: 'JP-01', countryCode: 'JP', city: '札幌市中央区' },
      ...{ address1: '北1条西99-1-2', address2: '例示ハイツ,101' },
    },
    ip: '192.0.2.7',
    card: { bin: '411111', last4: '1111', expiry: null },
  },
);
const victim = entry({ kind: 'protected', reason: 'victim' }, { phones: ['0312345602'] });
const many = entry(
  { kind: 'cod', reason: 'unclaimed', expiresAt: null },
  { emails: [1, 2, 3, 4].map((n) => `r${n}@example.jp`) },
);

const rowsOf = (text: string): string[][] =>
  z.array(z.array(z.string())).parse(parse(text, { bom: true }));

function readBack(text: string) {
  const [heading = [], ...rows] = rowsOf(text);
  const mapping = guessMapping(heading);
  const read = createRowReader({ mapping, kind: 'watch', now });
  return { mapping, rows: rows.map((row) => read(row)) };
}

describe.each(['ja', 'en'] as const)('an export in %s', (locale) => {
  const text =
    headingOf(locale) + [everything, victim, many].map((one) => linesOf(one, locale)).join('');

  it('is read back by the import as the same entries, every column known', () => {
    const { mapping, rows } = readBack(text);
    expect(mapping).not.toContain('ignore');
    const prints = rows.map((row) =>
      isBad(row) ? row.reason : fingerprintOf(row.kind, row.identity),
    );
    expect(prints.slice(0, 2)).toEqual(
      [everything, victim].map((one) => fingerprintOf(one.kind, one.identity)),
    );
    expect(rows[0]).toMatchObject({
      reason: 'stolen-card',
      addedAt: now,
      expiresAt: now + 86_400_000,
    });
    expect(rows[1]).toMatchObject({ kind: 'protected', reason: 'victim' });
  });

  it('carries a fourth e-mail into a row of its own', () => {
    const { rows } = readBack(text);
    const emails = rows.slice(2).map((row) => (isBad(row) ? row.reason : row.identity.emails));
    expect(emails).toEqual([
      ['r1@example.jp', 'r2@example.jp', 'r3@example.jp'],
      ['r4@example.jp'],
    ]);
  });
});

describe('a cell of an export', () => {
  it('never runs as a formula', () => {
    const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'];
    for (const note of formulas) {
      const row = rowsOf(linesOf(entry({ note }, { emails: ['=cmd@example.jp'] }), 'ja'))[0] ?? [];
      for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      expect(row).toContain(`'${note}`);
    }
  });
});
