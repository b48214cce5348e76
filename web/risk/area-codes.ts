import { isNear, type Prefecture } from '../japan/prefectures.ts';
import { phonesOf } from './contacts.ts';
import type { Known } from './known.ts';
import type { Evidence } from './order-facts.ts';
import { perOrder } from './per-order.ts';
import { billingOf, shippingOf } from './places.ts';

export interface AreaReading {
  /** No landline lies in, or next to, the shipping or the billing prefecture. */
  readonly differs: Known;
  readonly fitsShipping: Known;
  readonly areaCode: string;
  readonly areaPrefectures: readonly Prefecture[];
  readonly prefecture: Prefecture | null;
}

/** Landlines against prefectures; undefined where no phone is known. */
export const areaReadingOf = perOrder((evidence: Evidence): AreaReading | undefined => {
  const phones = phonesOf(evidence);
  if (!phones) return undefined;
  const landlines = phones.filter(({ areaCode }) => areaCode !== '');
  const shipping = shippingOf(evidence)?.parts.prefecture ?? null;
  const billing = billingOf(evidence)?.parts.prefecture ?? null;
  const near = (prefecture: Prefecture | null) =>
    landlines.find((phone) => prefecture !== null && isNear(prefecture, phone.prefectures));
  const fitting = near(shipping);
  const shown = fitting ?? landlines[0];
  const nowhere = landlines.length === 0 ? false : shipping === null ? undefined : null;
  return {
    differs: nowhere === null ? !fitting && !near(billing) : nowhere,
    fitsShipping: nowhere === null ? fitting !== undefined : nowhere,
    areaCode: shown?.areaCode ?? '',
    areaPrefectures: shown?.prefectures ?? [],
    prefecture: shipping,
  };
});
