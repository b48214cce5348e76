import { prefectureName } from '../japan/prefectures.ts';
import type { MissingFact } from './signal.ts';

export type Locale = 'ja' | 'en';
type Word = Readonly<Record<Locale, string>>;

/** Values of facts that are keys and not text: written in the reader's language. */
const vocabulary: Readonly<Record<string, Word>> = {
  email: { ja: 'メール', en: 'e-mail' },
  phone: { ja: '電話番号', en: 'phone' },
  address: { ja: '住所', en: 'address' },
  card: { ja: 'カード', en: 'card' },
  name: { ja: '氏名', en: 'name' },
  ip: { ja: 'IP', en: 'IP' },
  'toll-free': { ja: 'フリーダイヤル', en: 'toll-free' },
  nationwide: { ja: '0570番号', en: 'nationwide number' },
  pager: { ja: '020番号', en: 'pager or machine' },
  premium: { ja: '有料番号', en: 'premium rate' },
  brand: { ja: 'ブランド品', en: 'brand goods' },
  jewelry: { ja: 'ジュエリー', en: 'jewelry' },
  camera: { ja: 'カメラ', en: 'cameras' },
  recorder: { ja: 'レコーダー', en: 'recorders' },
  pc: { ja: 'パソコン・周辺機器', en: 'computers' },
  tv: { ja: 'テレビ', en: 'televisions' },
  apparel: { ja: '衣類', en: 'clothes' },
  food: { ja: '高級食品', en: 'fine food' },
  game: { ja: 'ゲーム', en: 'games' },
  watch: { ja: '時計', en: 'watches' },
  cosme: { ja: '化粧品', en: 'cosmetics' },
  tool: { ja: '電動工具', en: 'power tools' },
  instrument: { ja: '楽器', en: 'instruments' },
  fishing: { ja: '釣具', en: 'fishing gear' },
  carnavi: { ja: 'カーナビ', en: 'car navigation' },
  zh: { ja: '中国語', en: 'Chinese' },
  ko: { ja: '韓国語', en: 'Korean' },
  ru: { ja: 'ロシア語', en: 'Russian' },
  vi: { ja: 'ベトナム語', en: 'Vietnamese' },
  en: { ja: '英語など', en: 'English or another language' },
};

/** A phone's own kind, which shares no key with the vocabulary above. */
const phoneWords: Readonly<Record<string, Word>> = { ip: { ja: '050番号', en: 'IP phone (050)' } };

export const missingNames: Readonly<Record<MissingFact, Word>> = {
  email: { ja: 'メールアドレス', en: 'the e-mail address' },
  phone: { ja: '電話番号', en: 'the phone number' },
  shipping: { ja: 'お届け先', en: 'the shipping address' },
  billing: { ja: 'ご注文者の住所', en: 'the billing address' },
  total: { ja: '合計金額', en: 'the total' },
  items: { ja: '商品', en: 'the goods' },
  gateway: { ja: '支払い方法', en: 'the payment method' },
  cvv: { ja: 'セキュリティコードの結果', en: 'the result of the security code' },
  card: { ja: 'カードの情報', en: 'the card’s details' },
  ip: { ja: '接続元', en: 'the network it came from' },
  history: { ja: '過去の注文', en: 'earlier orders' },
  'shopify-risk': { ja: 'Shopifyの不正解析', en: 'Shopify’s fraud analysis' },
  statistics: { ja: '比べるための当店の注文', en: 'enough orders of this shop to compare with' },
  note: { ja: '備考', en: 'the note' },
  name: { ja: '名前の読み', en: 'how the name is read' },
  furigana: { ja: 'ふりがな', en: 'the furigana' },
  staff: { ja: '目視・連絡の結果', en: 'the result of a staff check' },
};

const separator: Word = { ja: '・', en: ', ' };
const none: Word = { ja: '該当なし', en: 'none' };

const eachOf = (value: string, locale: Locale, write: (key: string) => string) =>
  value.split(',').filter(Boolean).map(write).join(separator[locale]) || none[locale];

/** Writes a fact in the reader's language; the kind stands after the `:` in a template. */
export function writeFact(value: string | number, kind: string, locale: Locale): string {
  const text = typeof value === 'number' ? value.toLocaleString('en-US') : value;
  if (kind === 'word') return eachOf(text, locale, (key) => vocabulary[key]?.[locale] ?? key);
  if (kind === 'phone') {
    return eachOf(text, locale, (key) => (phoneWords[key] ?? vocabulary[key])?.[locale] ?? key);
  }
  if (kind === 'pref') return eachOf(text, locale, (key) => prefectureName(Number(key), locale));
  if (kind === 'area') {
    const [prefecture, city = ''] = text.split(':');
    if (!city) return none[locale];
    const name = prefectureName(Number(prefecture), locale);
    return locale === 'ja' ? `${name}${city}` : `${city}, ${name}`;
  }
  return text;
}
