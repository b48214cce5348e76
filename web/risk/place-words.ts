import { judged } from './known.ts';
import type { Evidence } from './order-facts.ts';
import { perOrder } from './per-order.ts';
import { shippingIs } from './places.ts';
import type { Judgement, Signal } from './signal.ts';

/** Words (in capitals, NFKC) of places where nobody lives. Only the address and the company are read. */
export const placeWords = {
  warehouse: /倉庫|物流センター|物流倉庫|ロジスティクス|流通センター|配送センター|WAREHOUSE/,
  shortStay:
    /ウィークリー|ウイークリー|マンスリー|短期滞在|サービスアパート|WEEKLY MANSION|MONTHLY MANSION/,
  rentalOffice:
    /レンタルオフィス|貸スタジオ|貸しスタジオ|レンタルスタジオ|バーチャルオフィス|シェアオフィス|コワーキング|RENTAL OFFICE|VIRTUAL OFFICE|COWORKING/,
  privateMailbox: /私設私書箱|私書箱|私書函|(?<![A-Z])P\.?\s?O\.?\s?BOX/,
  hotel:
    /ホテル|旅館|民泊|ゲストハウス|ホステル|ペンション|カプセルイン|AIRBNB|(?<![A-Z])(?:HOTEL|HOSTEL|GUEST\s?HOUSE|RYOKAN)/,
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
function judgePlaceWords(evidence: Evidence, words: RegExp): Judgement {
  const any = namesAPlace(evidence);
  const condition = any ? shippingIs(evidence, (place) => words.test(place.words)) : any;
  return judged(condition, ['shipping']);
}

type PlaceSignal = Pick<Signal, 'id' | 'points' | 'text'> & { readonly words: RegExp };

/** Every kind of place counts towards the one check item O4, however many words are found. */
export const placeSignal = ({ id, points, text, words }: PlaceSignal): Signal => ({
  id,
  group: 'ship-to',
  points,
  checkItem: 'O4',
  counts: true,
  text,
  judge: (evidence) => judgePlaceWords(evidence, words),
});
