import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from '../../web/usecases/lists/list-returns-csv.ts';
import { readReturnsFile } from '../../web/usecases/lists/list-returns-file.ts';
import { dateOf, outcomeOf } from '../../web/usecases/lists/list-returns-match.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('why a parcel came back', () => {
  it.each([
    ['受取拒否', 'refused'],
    ['受け取り拒否により返送', 'refused'],
    ['受取辞退', 'refused'],
    ['REFUSED', 'refused'],
    ['長期不在', 'unclaimed'],
    ['保管期限満了', 'unclaimed'],
    ['返送', 'unclaimed'],
    ['転居先不明のため返送', null],
    ['あて所に尋ねあたりません', null],
    ['配達完了', null],
    ['お届け済み', null],
  ] as const)('%s is read as %s', (reason, outcome) => {
    expect(outcomeOf(reason, 'unclaimed')).toBe(outcome);
  });

  it('is what the sender of the file said where the row says nothing', () => {
    expect(outcomeOf(undefined, 'refused')).toBe('refused');
  });
});

describe('the day of a return', () => {
  const now = Date.parse('2026-11-22T03:00:00Z');
  const day = (text: string) => new Date(dateOf(text, now)).toISOString().slice(0, 10);

  it('is read in the spellings of carriers', () => {
    for (const text of ['2026/11/20', '2026-11-20', '20261120', '2026年11月20日 14:05', '11/20']) {
      expect(day(text), text).toBe('2026-11-20');
    }
  });

  it('of December is last year’s when it is read in January, and never lies in the future', () => {
    const january = Date.parse('2027-01-05T00:00:00Z');
    expect(new Date(dateOf('12/28', january)).toISOString().slice(0, 10)).toBe('2026-12-28');
    expect(dateOf('2031/01/01', now)).toBe(now);
    expect(dateOf('未定', now)).toBe(now);
    expect(dateOf(undefined, now)).toBe(now);
  });
});

describe('the columns of a report', () => {
  const fields = (heading: string) => {
    const file = readReturnsFile(bytes(`${heading}\nx\n`), {});
    return typeof file === 'string' ? file : file.columns.map(({ field }) => field);
  };

  it('are read from their headings; the shop’s own name and phone are not the buyer’s', () => {
    expect(fields('ご依頼主名,ご依頼主電話番号,お届け先名,お届け先電話番号,出荷日')).toEqual([
      'ignore',
      'ignore',
      'name',
      'phone',
      'date',
    ]);
    expect(fields('お問い合せ送り状No,お客様側管理番号,配達状況')).toEqual([
      'tracking',
      'order',
      'reason',
    ]);
    expect(fields('Tracking number,Order,Status')).toEqual(['tracking', 'order', 'reason']);
  });

  it('that name neither an order nor a parcel are no report', () => {
    expect(fields('備考,返送日')).toBe('no_order_column');
    expect(fields('送り状番号,返送日')).not.toBe('no_order_column');
  });

  it('keep the number of the line where a cell has several', () => {
    const file = readReturnsFile(bytes('order,備考\n#1,"返送\nされた"\n\n#2,返送\n'), {});
    expect(typeof file === 'string' ? file : file.rows.map(({ line }) => line)).toEqual([2, 5]);
  });
});

describe('rows of a CSV file', () => {
  const cells = (text: string) => csvRows(text, 100)?.map((row) => row.cells);

  it('are cut at commas, tabs or semicolons, with and without quotes', () => {
    expect(cells('a,b\r\n"x, ""y""",z\n')).toEqual([
      ['a', 'b'],
      ['x, "y"', 'z'],
    ]);
    expect(cells('a\tb\n1\t2,3')).toEqual([
      ['a', 'b'],
      ['1', '2,3'],
    ]);
    expect(cells('a;b\r1;')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
    expect(cells('a,b\n="03",x"y\n')).toEqual([
      ['a', 'b'],
      ['="03"', 'x"y'],
    ]);
  });

  it('end where they end: an empty file, a last line without an end, a quote that never closes', () => {
    expect(cells('')).toEqual([]);
    expect(cells('\n\n')).toEqual([]);
    expect(cells('a\n,')).toEqual([['a']]);
    expect(csvRows('a\n"b', 100)).toBeNull();
    expect(csvRows('a\nb\nc\n', 2)?.length).toBe(2);
  });

  it('are read back as they were written, whatever stands in the cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('あ', '1', ',', '"', '\n', '\r\n', ' ', '=') });
    const written = (rows: string[][]) =>
      rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\r\n');
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 }),
        (rows) => {
          const filled = rows.filter((row) => row.some((one) => one.trim() !== ''));
          expect(cells(`"a","b"\r\n${written(rows)}`)).toEqual([['a', 'b'], ...filled]);
        },
      ),
      { seed: 20261122, numRuns: 500 },
    );
  });
});
