import { type ReturnField, type ReturnsQuery, returnFields } from '../../contract/returns.ts';
import { csvRows } from './list-returns-csv.ts';

export const mostRows = 2_000;
const mostColumns = 100;

export interface ReturnsFile {
  readonly encoding: 'utf-8' | 'shift_jis';
  readonly columns: readonly { readonly name: string; readonly field: ReturnField }[];
  readonly rows: readonly ReturnRow[];
}

export interface ReturnRow {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<ReturnField, string>>>;
}

export type ReturnsProblem =
  | 'empty'
  | 'not_csv'
  | 'too_many_rows'
  | 'wrong_encoding'
  | 'wrong_number_of_columns'
  | 'no_order_column';

/** A carrier's report, read as Excel and the carriers' own programs write it. */
export function readReturnsFile(
  file: Uint8Array,
  { encoding, mapping }: Pick<ReturnsQuery, 'encoding' | 'mapping'>,
): ReturnsFile | ReturnsProblem {
  const read = decode(file, encoding);
  if (read === null) return 'wrong_encoding';
  const records = csvRows(read.text, mostRows + 2);
  if (records === null) return 'not_csv';
  const [heading, ...body] = records;
  if (heading === undefined || body.length === 0) return 'empty';
  if (body.length > mostRows) return 'too_many_rows';
  const names = heading.cells.slice(0, mostColumns);
  if (mapping && mapping.length !== names.length) return 'wrong_number_of_columns';
  const columns = names.map((name, n) => ({ name: name.trim(), field: mapping?.[n] ?? 'ignore' }));
  const named = mapping ? columns : guess(columns);
  if (!named.some(({ field }) => namesAnOrder.has(field))) return 'no_order_column';
  const rows = body.map(({ line, cells }) => ({ line, cells: cellsByField(named, cells) }));
  return { encoding: read.encoding, columns: named, rows };
}

const namesAnOrder: ReadonlySet<ReturnField> = new Set(['order', 'tracking', 'name', 'phone']);

function decode(file: Uint8Array, wanted: ReturnsQuery['encoding']) {
  for (const encoding of wanted ? [wanted] : (['utf-8', 'shift_jis'] as const)) {
    try {
      return { encoding, text: new TextDecoder(encoding, { fatal: true }).decode(file) };
    } catch {
      // Not in this encoding: the next one, or nothing that we read.
    }
  }
  return null;
}

/** Headings of Yamato, Sagawa and Japan Post reports and of what shops make of them. */
const headings: readonly (readonly [ReturnField, RegExp])[] = [
  ['tracking', /伝票番号|送り状番号|問い?合わ?せ(?:送り状)?(?:番号|No)|追跡番号|tracking/i],
  ['order', /注文(?:番号|ID|No)|受注(?:番号|No)|管理番号|整理番号|^order/i],
  ['phone', /電話|TEL|phone/i],
  [
    'name',
    /(?:届け?先|配達先|受取人|荷受人|宛先).*(?:名|氏名)|受取人|荷受人|^氏名|^お名前|宛名|recipient|consignee/i,
  ],
  ['reason', /理由|事由|状況|状態|結果|ステータス|備考|status|reason/i],
  ['date', /返送日|返品日|返却日|発送日|出荷日|受付日|引受日|日付|date/i],
];

/** The first column of each kind; sender's columns (ご依頼主) are the shop itself. */
function guess(columns: ReturnsFile['columns']): ReturnsFile['columns'] {
  const taken = new Set<ReturnField>();
  return columns.map(({ name }) => {
    const heading = name.normalize('NFKC').replace(/\s/g, '');
    const found = /依頼主|差出人|発送元|sender/i.test(heading)
      ? undefined
      : headings.find(([field, pattern]) => !taken.has(field) && pattern.test(heading));
    const field = found?.[0] ?? 'ignore';
    if (field !== 'ignore') taken.add(field);
    return { name, field };
  });
}

function cellsByField(columns: ReturnsFile['columns'], cells: readonly string[]) {
  const found: Partial<Record<ReturnField, string>> = {};
  for (const field of returnFields) {
    const at = columns.findIndex((column) => column.field === field);
    // ="0312345678" is how a spreadsheet keeps a leading zero.
    const text = (cells[at] ?? '')
      .replace(/^="(.*)"$/s, '$1')
      .normalize('NFKC')
      .trim();
    if (at >= 0 && text !== '') found[field] = text.slice(0, 500);
  }
  return found;
}
