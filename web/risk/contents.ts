import { currencyOf } from './amounts.ts';
import type { Known } from './known.ts';
import type { Evidence } from './order-facts.ts';
import { numberOf, type SignalParameter } from './parameter.ts';
import { perOrder } from './per-order.ts';
import { joinReadings, type ResaleReading, readOwnGoods, readResaleGoods } from './resale-goods.ts';

/** Parameter of resale-prone-goods; a shop's own words have prices of their own. */
export const resalePrice: SignalParameter = {
  key: 'price',
  ja: '商品の種類ごとの目安単価に対する割合（50で半額から該当）',
  en: 'Share of the usual unit price of each kind from which it hits (50: from half of it)',
  ...{ unit: 'percent', min: 0, max: 1000, default: 100 },
};

/** undefined: contents are not known. The prices of the app's own rows are in yen. */
export const resaleOf = perOrder((evidence: Evidence): ResaleReading | undefined => {
  const { items } = evidence.order;
  if (items === undefined) return undefined;
  const own = readOwnGoods(items, evidence.tuning?.words?.resaleGoods);
  const given = readResaleGoods(items, numberOf(resalePrice, evidence) / 100);
  const isYen = currencyOf(evidence) === 'JPY';
  const built = isYen || !given.categories ? given : { categories: '', uncertain: true };
  return joinReadings(built, own);
});

export function hasResaleGoods(evidence: Evidence): Known {
  const reading = resaleOf(evidence);
  if (!reading) return undefined;
  if (reading.categories) return true;
  return reading.uncertain ? undefined : false;
}

export interface Quantity {
  readonly isOutlier: boolean;
  /** The largest quantity of one line, or of all lines where that is what stands out. */
  readonly quantity: number;
}

const pieces = { unit: 'pieces', max: 10_000 } as const;
/** Parameters of quantity-outlier. */
export const usualLine: SignalParameter = {
  key: 'line',
  ja: '同じ商品の数：ここまでは普通',
  en: 'Pieces of one thing that are usual in any case',
  ...{ ...pieces, min: 1, default: 5 },
};
export const usualPieces: SignalParameter = {
  key: 'total',
  ja: '注文全体の数：ここまでは普通',
  en: 'Pieces in one order that are usual in any case',
  ...{ ...pieces, min: 1, default: 10 },
};
export const costlyPieces: SignalParameter = {
  key: 'costly',
  ja: '高額な同じ商品がこの数から該当（単価が注文の中央値の2倍以上）',
  en: 'Pieces of one dear thing (unit price twice the usual order) from which it hits',
  ...{ ...pieces, min: 2, default: 3 },
};

/** How many of one thing, compared with the shop's own 99th percentile. */
export const quantityOf = perOrder((evidence: Evidence): Quantity | undefined => {
  const { order, shop } = evidence;
  const { items } = order;
  if (!items) return undefined;
  const usual = shop.qtyP99 ?? 0;
  const most = Math.max(0, ...items.map((item) => item.quantity));
  const total = items.reduce((sum, item) => sum + item.quantity, 0);
  if (most > Math.max(numberOf(usualLine, evidence), usual)) {
    return { isOutlier: true, quantity: most };
  }
  if (total > Math.max(numberOf(usualPieces, evidence), 2 * usual)) {
    return { isOutlier: true, quantity: total };
  }
  const many = numberOf(costlyPieces, evidence);
  const costly = items.find(
    (item) => item.quantity >= many && shop.median > 0 && (item.price ?? 0) >= 2 * shop.median,
  );
  return { isOutlier: costly !== undefined, quantity: costly?.quantity ?? most };
});

const giftWords =
  /のし|熨斗|ギフト|内祝|お祝|御祝|お歳暮|御歳暮|お中元|御中元|贈り物|贈答|プレゼント|誕生日|母の日|父の日|敬老の日|クリスマス|バレンタイン|ホワイトデー|引き出物|引出物|出産祝|結婚祝|香典返|快気祝|手土産|(?<![A-Z])GIFT/;

/** Words of a present in the note, the attributes or the goods' names. */
export const looksLikeAGift = perOrder(({ order }: Evidence): Known => {
  const attributes = order.attributes?.map(({ key, value }) => `${key} ${value ?? ''}`) ?? [];
  const titles = order.items?.filter((item) => !item.isGiftCard).map((item) => item.title) ?? [];
  const text = [order.note ?? '', ...attributes, ...titles].join('\n').normalize('NFKC');
  if (giftWords.test(text.toUpperCase())) return true;
  return order.note === undefined || order.attributes === undefined ? undefined : false;
});
