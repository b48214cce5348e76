import type { TFunction } from 'i18next';
import type { ImportField } from '../../../../contract/list-imports.ts';

/** Columns of the sample: what most lists have. */
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
  'note',
] as const satisfies readonly ImportField[];

/** Nobody: the blocks are not allotted, the exchange is not used. */
const people = [
  'fraud,見本 太郎,mihon.taro@example.com,090-0000-0001,150-0001,東京都,渋谷区,神宮前99-1-2,例示ハイツ101,stolen-card,',
  'cod,例示 花子,,045-123-0002,220-0011,神奈川県,横浜市西区,高島99-3-4,,refused,2回',
  'protected,仮名 次郎,,,530-0001,大阪府,大阪市北区,梅田99-5-6,,victim,',
];

/** A byte order mark first, or Excel reads Japanese as something else. */
export function sampleCsv(t: TFunction): Blob {
  const heading = columns.map((column) => t(`lists.importer.field.${column}`)).join(',');
  const text = ['\uFEFF', heading, '\r\n', people.map((line) => `${line}\r\n`).join('')].join('');
  return new Blob([text], { type: 'text/csv;charset=utf-8' });
}
