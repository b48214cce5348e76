import { judged } from './known.ts';
import type { Lexicon } from './lexicon.ts';
import type { Evidence } from './order-facts.ts';
import { perOrder } from './per-order.ts';
import { shippingIs } from './places.ts';
import type { Judgement, Signal } from './signal.ts';

export const shortStayWords: readonly string[] = [
  'ウィークリー',
  'ウイークリー',
  'マンスリー',
  '短期滞在',
  'サービスアパート',
  'WEEKLY MANSION',
  'MONTHLY MANSION',
];
export const hotelWords: readonly string[] = [
  'ホテル',
  '旅館',
  '民泊',
  'ゲストハウス',
  'ホステル',
  'ペンション',
  'カプセルイン',
  'AIRBNB',
  'HOTEL',
  'HOSTEL',
  'GUEST HOUSE',
  'RYOKAN',
];

/** Latin words begin where no letter stands before them; a space in them can be left out. */
function patternOf(words: readonly string[]): RegExp {
  const sources = words.map((word) =>
    /^[A-Z]/.test(word) ? `(?<![A-Z])${word.replaceAll(' ', '\\s?')}` : word,
  );
  return new RegExp(sources.join('|'));
}

/** Words (in capitals, NFKC) of places where nobody lives. Only the address and the company are read. */
export const placeWords = {
  warehouse: /倉庫|物流センター|物流倉庫|ロジスティクス|流通センター|配送センター|WAREHOUSE/,
  shortStay: patternOf(shortStayWords),
  rentalOffice:
    /レンタルオフィス|貸スタジオ|貸しスタジオ|レンタルスタジオ|バーチャルオフィス|シェアオフィス|コワーキング|RENTAL OFFICE|VIRTUAL OFFICE|COWORKING/,
  privateMailbox: /私設私書箱|私書箱|私書函|(?<![A-Z])P\.?\s?O\.?\s?BOX/,
  hotel: patternOf(hotelWords),
  netCafe:
    /ネットカフェ|インターネットカフェ|漫画喫茶|マンガ喫茶|まんが喫茶|マンガ喫茶|ネットルーム|INTERNET CAFE/,
  locker: /宅配ロッカー|宅配ボックス|コインロッカー|(?<![A-Z])PUDO(?![A-Z])/,
  vacantUnit: /空室|空き室|空家|空き家|空部屋|空き部屋/,
} as const;

const anyPlace = new RegExp(
  Object.values(placeWords)
    .map((words) => words.source)
    .join('|'),
);
const namesAPlace = perOrder((evidence) =>
  shippingIs(evidence, (place) => anyPlace.test(place.words)),
);

/** Most addresses carry none of the words: all kinds of places are then answered by one look. */
function judgePlaceWords(evidence: Evidence, pattern: RegExp, own: Lexicon | undefined): Judgement {
  const any = namesAPlace(evidence);
  const condition = any ? shippingIs(evidence, (place) => pattern.test(place.words)) : any;
  if (condition !== false || !own || own.isEmpty) return judged(condition, ['shipping']);
  return judged(
    shippingIs(evidence, (place) => own.find(place.words) !== ''),
    ['shipping'],
  );
}

type PlaceSignal = Pick<Signal, 'id' | 'points' | 'text'> & {
  readonly pattern: RegExp;
  readonly words?: 'shortStay' | 'hotels';
};

/** Every kind of place counts towards the one check item O4, however many words are found. */
export const placeSignal = ({ id, points, text, pattern, words }: PlaceSignal): Signal => ({
  id,
  group: 'ship-to',
  points,
  checkItem: 'O4',
  counts: true,
  text,
  ...(words ? { words } : {}),
  judge: (evidence) => judgePlaceWords(evidence, pattern, words && evidence.tuning?.words?.[words]),
});
