import type { TFunction } from 'i18next';
import type { ImportField } from '../../../../contract/list-imports.ts';
import type { ListKind, ListReason } from '../../../../contract/lists.ts';

/** What most lists have. */
const columns = [
  'kind',
  'name',
  'email',
  'phone',
  'zip',
  'province',
  'city',
  'address1',
  'address2',
  'reason',
] as const satisfies readonly ImportField[];
type Column = (typeof columns)[number];

interface Person extends Readonly<Partial<Record<Exclude<Column, 'kind' | 'reason'>, string>>> {
  readonly kind: ListKind;
  readonly reason: ListReason;
}

/** Nobody: these blocks are not allotted, and the numbers not used. */
const people: readonly Person[] = [
  {
    ...{ kind: 'fraud', reason: 'stolen-card', name: '見本 太郎' },
    ...{ email: 'mihon.taro@example.com', phone: '050-1234-5001' },
    ...{ zip: '150-0001', province: '東京都', city: '渋谷区', address1: '神宮前99-1-2' },
    address2: '例示ハイツ101',
  },
  {
    ...{ kind: 'cod', reason: 'refused', name: '例示 花子', phone: '045-123-5002' },
    ...{ zip: '220-0011', province: '神奈川県', city: '横浜市西区', address1: '高島99-3-4' },
  },
  {
    ...{ kind: 'protected', reason: 'victim', name: '仮名 次郎' },
    ...{ zip: '530-0001', province: '大阪府', city: '大阪市北区', address1: '梅田99-5-6' },
  },
];

/** Headings and kinds in the reader's words, which the import reads. */
export function sampleText(t: TFunction): string {
  const cell = (person: Person, column: Column): string => {
    if (column === 'kind') return t(`listKind.${person.kind}`);
    if (column === 'reason') return t(`lists.reason.${person.reason}`);
    return person[column] ?? '';
  };
  const heading = columns.map((column) => t(`lists.importer.field.${column}`));
  const rows = people.map((person) => columns.map((column) => cell(person, column)));
  return [heading, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('');
}

/** A byte order mark first, or Excel reads Japanese as something else. */
export const sampleCsv = (t: TFunction): Blob =>
  new Blob([`\uFEFF${sampleText(t)}`], { type: 'text/csv;charset=utf-8' });
