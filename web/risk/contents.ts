import { currencyOf } from './amounts.ts';
import type { Known } from './known.ts';
import type { Evidence } from './order-facts.ts';
import { perOrder } from './per-order.ts';
import { type ResaleReading, readResaleGoods } from './resale-goods.ts';

/** undefined: contents or their prices in yen are not known. */
export const resaleOf = perOrder((evidence: Evidence): ResaleReading | undefined => {
  const { items } = evidence.order;
  if (items === undefined) return undefined;
  const reading = readResaleGoods(items);
  if (currencyOf(evidence) === 'JPY' || !reading.categories) return reading;
  return { categories: '', uncertain: true };
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

const smallestLine = 5;
const smallestTotal = 10;

/** How many of one thing, compared with the shop's own 99th percentile. */
export const quantityOf = perOrder(({ order, shop }: Evidence): Quantity | undefined => {
  const { items } = order;
  if (!items) return undefined;
  const usual = shop.qtyP99 ?? 0;
  const most = Math.max(0, ...items.map((item) => item.quantity));
  const total = items.reduce((sum, item) => sum + item.quantity, 0);
  if (most > Math.max(smallestLine, usual)) return { isOutlier: true, quantity: most };
  if (total > Math.max(smallestTotal, 2 * usual)) return { isOutlier: true, quantity: total };
  const costly = items.find(
    (item) => item.quantity >= 3 && shop.median > 0 && (item.price ?? 0) >= 2 * shop.median,
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
