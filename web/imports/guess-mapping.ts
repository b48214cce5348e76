import type { ImportField } from '../contract/list-imports.ts';

type Party = 'recipient' | 'orderer' | '';

interface Heading {
  readonly party: Party;
  /** What is left of the heading without the party: 姓カナ, phonenumber. */
  readonly word: string;
}

const parties: readonly (readonly [Party, RegExp])[] = [
  ['recipient', /^(?:shipping|ship|recipient|送付先|お?届け?先|配送先|送り先|受取人|宛先)/],
  [
    'orderer',
    /^(?:billing|bill|customer|buyer|defaultaddress|注文者|購入者|ご?依頼主|お?客様|顧客|会員)/,
  ],
];

function readHeading(name: string): Heading {
  const text = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-・:：()[\]【】]/g, '');
  const found = parties.find(([, pattern]) => pattern.test(text));
  const word = found ? text.replace(found[1], '') : text;
  return found && word !== '' ? { party: found[0], word } : { party: '', word: text };
}

/** Headings of Shopify, Rakuten, Yahoo! and spreadsheets, and of our own export. First match counts. */
const words: readonly (readonly [ImportField, RegExp])[] = [
  ['email', /^(?:e?mail|e?mailaddress|eメール|メール|電子メール|メアド)(?:アドレス)?\d?$/],
  ['reading', /カナ|かな|フリガナ|ふりがな|読み|よみ|^reading|kana$/],
  [
    'phone',
    /^(?:phone|phonenumber|tel|telephone|mobile|お?電話|携帯|連絡先)(?:電話)?(?:番号)?[1-3]?$/,
  ],
  [
    'card-bin',
    /^(?:cardbin|bin|firstdigitsofthecard|カード(?:番号)?の?(?:上|先頭|はじめ)(?:の?[68]桁)?)$/,
  ],
  ['card-last4', /^(?:cardlast4|last4|last4digits.*|カード(?:番号)?の?(?:下|末尾|最後の)4桁)$/],
  ['last-name', /^(?:lastname|familyname|surname|姓|苗字|名字|氏|名前姓)$/],
  ['first-name', /^(?:firstname|givenname|名|名前名|下の名前)$/],
  ['name', /^(?:name|fullname|氏名|お?名前|お名|様名|氏名漢字|名義|宛名)$/],
  ['zip', /^(?:zip|zipcode|postal|postalcode|postcode|郵便番号|〒)[12]?$/],
  ['province', /^(?:province|provincecode|prefecture|state|(?:住所)?都道府県|県)$/],
  ['city', /^(?:city|(?:住所)?郡?市区(?:町村)?|市町村|(?:住所)?郡市区)$/],
  [
    'address2',
    /^(?:address2|addressline2|building.*|apartment|住所2|建物.*|マンション.*|部屋番号)$/,
  ],
  [
    'address1',
    /^(?:address1|addressline1|townandblock.*|住所1|町名.*|番地.*|丁目.*|(?:住所)?それ以降の住所)$/,
  ],
  ['full-address', /^(?:fulladdress|wholeaddress|address|street|ご?住所|所在地|住所全[文体])$/],
  ['ip', /^(?:(?:browser|client)?ip|ipaddress|(?:接続元)?ipアドレス|接続元)$/],
  ['kind', /^(?:kind|list|リスト|リスト種別|種類|種別|区分)$/],
  ['reason', /^(?:reason|理由|原因|事由)$/],
  ['note', /^(?:notes?|memo|備考|メモ|コメント|特記事項)/],
  ['expires-at', /^(?:expireson|expiresat|expiry|expires|有効期限|期限|失効日)$/],
  [
    'added-at',
    /^(?:added(?:at|on)|createdat|date|登録日時?|追加日時?|発生日時?|日付|注文日時?|受注日時?)$/,
  ],
  ['order', /^(?:order(?:id|number|no|name)?|注文(?:番号|id|no)|受注(?:番号|no)|管理番号)$/],
];

const fieldOf = (word: string): ImportField =>
  words.find(([, pattern]) => pattern.test(word))?.[0] ?? 'ignore';

/** Fields that only make sense together: a name of one party with the house of another is nobody. */
const together: readonly (readonly ImportField[])[] = [
  ['phone'],
  ['name', 'last-name', 'first-name', 'reading'],
  ['zip', 'province', 'city', 'address1', 'address2', 'full-address'],
];

/** Where a parcel goes says more than who paid: of two parties the recipient's columns count. */
const preference: readonly Party[] = ['recipient', 'orderer', ''];

/** What each column of a file means, by its heading. A person sees and corrects it. */
export function guessMapping(columns: readonly string[]): ImportField[] {
  const headings = columns.map(readHeading);
  const fields = headings.map(({ word }) => fieldOf(word));
  const isPreferred = fields.map((field, n) => {
    const group = together.find((one) => one.includes(field));
    if (group === undefined) return true;
    const party = preference.find((one) =>
      headings.some((heading, m) => heading.party === one && group.includes(fields[m] ?? 'ignore')),
    );
    return headings[n]?.party === party;
  });
  const chosen = fields.map((field, n): ImportField => (isPreferred[n] ? field : 'ignore'));
  return settle(chosen, columns, headings);
}

/** Words whose meaning depends on the columns beside them. */
function settle(
  fields: readonly ImportField[],
  columns: readonly string[],
  headings: readonly Heading[],
): ImportField[] {
  const has = (field: ImportField) => fields.includes(field);
  // Shopify's order export calls the order "Name" and repeats the address in "Street".
  const isShopify = columns.includes('Financial Status') || columns.includes('Lineitem name');
  return fields.map((field, n) => {
    if (isShopify && columns[n] === 'Name') return 'order';
    if (field === 'full-address' && has('address1')) return 'ignore';
    if (field === 'full-address' && has('city')) return 'address1';
    if (field === 'first-name' && !has('last-name') && headings[n]?.word === '名') return 'name';
    return field;
  });
}
