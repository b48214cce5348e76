import type { Locale } from '../../contract/level.ts';
import type { ListKind, ListReason } from '../../contract/lists.ts';
import { prefectureFromCode, prefectureName } from '../../japan/prefectures.ts';
import type { ListEntry } from '../../risk/list-entry.ts';
import { presentIdentity } from './list-entries-dto.ts';

/** Columns for e-mails, and for phones; an entry with more goes on in the next row. */
const several = 3;

interface Column {
  /** Read back by the import (`imports/guess-mapping.ts`); a test makes the round trip. */
  readonly heading: Readonly<Record<Locale, string>>;
  /** @param row 0 holds what stands once; later rows the further e-mails and phones */
  cell(entry: ListEntry, locale: Locale, row: number): string | null | undefined;
}

const kindNames: Readonly<Record<ListKind, string>> = {
  fraud: '過去の不正',
  cod: '代引きのみ制限',
  watch: '要注意候補',
  allowed: '信頼する',
  protected: '保護（被害者）',
};
const reasonNames: Readonly<Record<ListReason, string>> = {
  'stolen-card': 'カードの不正利用',
  chargeback: 'チャージバック',
  impersonation: 'なりすまし',
  prank: 'いたずら',
  refused: '受取拒否',
  unclaimed: '長期不在で返送',
  reseller: '転売',
  verified: '本人確認済み',
  victim: '被害者',
  other: 'その他',
};

const column = (ja: string, en: string, cell: Column['cell']): Column => ({
  heading: { ja, en },
  cell,
});
/** What stands once: in the first row only. */
const once = (
  ja: string,
  en: string,
  cell: (
    identity: ReturnType<typeof presentIdentity>,
    entry: ListEntry,
  ) => string | null | undefined,
) =>
  column(ja, en, (entry, _locale, row) =>
    row === 0 ? cell(presentIdentity(entry.identity), entry) : '',
  );

const numbered = [...Array(several).keys()];
const iso = (ms: number) => new Date(ms).toISOString();

export const exportColumns: readonly Column[] = [
  column('リスト種別', 'list', ({ kind }, locale) => (locale === 'ja' ? kindNames[kind] : kind)),
  column('理由', 'reason', ({ reason }, locale) =>
    locale === 'ja' ? reasonNames[reason] : reason,
  ),
  ...numbered.map((n) =>
    column(
      `メールアドレス${n || ''}`,
      `email${n || ''}`,
      ({ identity }, _locale, row) => identity.emails[row * several + n],
    ),
  ),
  ...numbered.map((n) =>
    column(
      `電話番号${n || ''}`,
      `phone${n || ''}`,
      ({ identity }, _locale, row) => identity.phones[row * several + n],
    ),
  ),
  once('氏名', 'name', ({ name }) => name),
  once('フリガナ', 'reading', ({ reading }) => reading),
  once('郵便番号', 'zip', ({ address }) => address?.zip),
  once('都道府県', 'prefecture', ({ address }) => provinceText(address?.province)),
  once('市区町村', 'city', ({ address }) => address?.city),
  once('住所1', 'address1', ({ address }) => address?.address1),
  once('住所2', 'address2', ({ address }) => address?.address2),
  once('IPアドレス', 'ip', ({ ip }) => ip),
  once('カード上6桁', 'card bin', ({ card }) => card?.bin.slice(0, 6)),
  once('カード下4桁', 'card last4', ({ card }) => card?.last4),
  once('備考', 'note', (_identity, { note }) => note),
  column('登録日時', 'added at', ({ addedAt }) => iso(addedAt)),
  column('有効期限', 'expires at', ({ expiresAt }) => (expiresAt === null ? '' : iso(expiresAt))),
  once('注文番号', 'order', (_identity, { order }) => order?.name),
];

function provinceText(code: string | undefined): string {
  const prefecture = prefectureFromCode(code);
  return prefecture === null ? (code ?? '') : prefectureName(prefecture);
}

export const rowsOfEntry = ({ identity: { emails, phones } }: ListEntry): number =>
  Math.max(1, Math.ceil(emails.length / several), Math.ceil(phones.length / several));
