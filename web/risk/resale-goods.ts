import { spellingOf } from './lexicon.ts';
import type { ItemFacts } from './order-facts.ts';
import type { OwnGoods } from './own-words.ts';

/** The fifteen kinds of goods that the merchants' guides name, each with the unit price in yen from which it matters. */
const categories: readonly (readonly [id: string, unitPrice: number, keywords: string])[] = [
  [
    'brand',
    10_000,
    'ブランド,ブランド品,ブランドバッグ,ルイヴィトン,ルイ・ヴィトン,シャネル,エルメス,グッチ,プラダ,ディオール,セリーヌ,ロエベ,高級バッグ,Louis Vuitton,Chanel,Hermes,Gucci,Prada,Dior,Celine',
  ],
  [
    'jewelry',
    10_000,
    'ジュエリー,指輪,リング,ネックレス,ペンダント,ブレスレット,ダイヤ,ダイヤモンド,K18,K24,プラチナ,純金,金貨,jewelry',
  ],
  [
    'camera',
    10_000,
    'カメラ,デジタルカメラ,デジカメ,一眼,一眼レフ,ミラーレス,ミラーレスカメラ,ミラーレス一眼,交換レンズ,camera',
  ],
  [
    'recorder',
    10_000,
    'DVDレコーダー,ブルーレイ,ブルーレイレコーダー,BDレコーダー,HDDレコーダー,レコーダー',
  ],
  [
    'pc',
    10_000,
    'パソコン,ノートパソコン,ノートPC,デスクトップPC,ゲーミングPC,タブレット,グラフィックボード,グラボ,SSD,メモリ,iPad,iPhone,MacBook,iMac,スマートフォン,laptop',
  ],
  ['tv', 10_000, 'テレビ,液晶テレビ,有機ELテレビ,4Kテレビ,8Kテレビ'],
  [
    'apparel',
    20_000,
    'ダウンジャケット,ダウンコート,ジャケット,スニーカー,限定スニーカー,コート,デニム,レザージャケット,ブルゾン',
  ],
  [
    'food',
    15_000,
    '松阪牛,神戸牛,和牛,ズワイガニ,タラバガニ,毛ガニ,キャビア,ウイスキー,ウィスキー,日本酒,シャンパン,ワイン,トリュフ',
  ],
  [
    'game',
    5_000,
    'ゲーム機,ゲームソフト,Switch,Nintendo Switch,ニンテンドースイッチ,任天堂スイッチ,PlayStation,プレイステーション,PS5,PS4,Xbox,トレカ,トレーディングカード,ポケモンカード,ポケカ,遊戯王カード',
  ],
  [
    'watch',
    10_000,
    '時計,腕時計,ロレックス,オメガ,セイコー,G-SHOCK,スマートウォッチ,Apple Watch,Rolex',
  ],
  [
    'cosme',
    8_000,
    'デパコス,化粧品,高級化粧品,美容液,美容クリーム,美顔器,香水,オードパルファム,化粧水',
  ],
  [
    'tool',
    10_000,
    '電動工具,インパクトドライバ,インパクトドライバー,ドリルドライバー,丸ノコ,チェーンソー,グラインダー,マキタ,ハイコーキ,HiKOKI,makita',
  ],
  [
    'instrument',
    30_000,
    '楽器,ギター,エレキギター,アコースティックギター,ベース,サックス,アルトサックス,バイオリン,ヴァイオリン,シンセサイザー,電子ピアノ,トランペット,フルート',
  ],
  ['fishing', 10_000, '釣具,釣竿,釣り竿,リール,電動リール,スピニングリール,ロッド,ルアー'],
  ['carnavi', 10_000, 'カーナビ,カーナビゲーション,ドライブレコーダー,ドラレコ'],
];

const katakana = 'ァ-ヺー';
const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** ダイヤ must not be found in ダイヤル, SSD not in SSDI: no letter of the same script may follow. */
function bounded(keyword: string): string {
  const guard = (char: string, side: '?<!' | '?!') => {
    if (/[ァ-ヺー]/.test(char)) return `(${side}[${katakana}])`;
    return /[A-Z0-9]/i.test(char) ? `(${side}[A-Z0-9])` : '';
  };
  const chars = [...keyword];
  return `${guard(chars[0] ?? '', '?<!')}${literal(keyword)}${guard(chars.at(-1) ?? '', '?!')}`;
}

const matchers = categories.map(([id, unitPrice, keywords]) => ({
  id,
  unitPrice,
  pattern: new RegExp(
    keywords
      .split(',')
      .map((keyword) => bounded(spellingOf(keyword)))
      .join('|'),
  ),
}));
const anyKeyword = new RegExp(matchers.map(({ pattern }) => pattern.source).join('|'));

/** Categories whose word an item carries, whatever it costs. */
function categoriesOf(title: string) {
  const text = spellingOf(title);
  return anyKeyword.test(text) ? matchers.filter(({ pattern }) => pattern.test(text)) : [];
}

/** Every word that the app brings, as it is written above. */
export const resaleKeywords: readonly string[] = categories.flatMap(([, , keywords]) =>
  keywords.split(','),
);

export interface ResaleReading {
  /** Ids of the categories, or the shop's own words, that reach their price, comma-joined; empty: none. */
  readonly categories: string;
  /** A word was found whose item has no price: then nothing found is not a no. */
  readonly uncertain: boolean;
}
const nothing: ResaleReading = { categories: '', uncertain: false };

/** Prices in yen; `share` of each category's own price is enough. */
export function readResaleGoods(items: readonly ItemFacts[], share = 1): ResaleReading {
  const found = new Set<string>();
  let uncertain = false;
  for (const item of items) {
    for (const { id, unitPrice } of categoriesOf(item.title)) {
      if (item.price === undefined) uncertain = true;
      else if (item.price >= unitPrice * share) found.add(id);
    }
  }
  return { categories: [...found].join(','), uncertain };
}

/** The shop's own words, each from its own price in the shop's currency; from 0 no price is needed. */
export function readOwnGoods(
  items: readonly ItemFacts[],
  own: OwnGoods | undefined,
): ResaleReading {
  if (!own || own.words.isEmpty) return nothing;
  const found = new Set<string>();
  let uncertain = false;
  for (const item of items) {
    for (const { word } of own.words.matches(spellingOf(item.title))) {
      const from = own.from.get(word) ?? 0;
      if (from === 0 || (item.price !== undefined && item.price >= from)) found.add(word);
      else if (item.price === undefined) uncertain = true;
    }
  }
  const names = [...found].map((word) => word.replaceAll(',', '、'));
  return { categories: names.join(','), uncertain };
}

export function joinReadings(one: ResaleReading, other: ResaleReading): ResaleReading {
  if (other === nothing) return one;
  return {
    categories: [one.categories, other.categories].filter(Boolean).join(','),
    uncertain: one.uncertain || other.uncertain,
  };
}
