import { addressKeyOf } from '../japan/keys.ts';
import type { Known } from './known.ts';
import type { Evidence } from './order-facts.ts';
import { billingOf, type Place, shippingOf } from './places.ts';

/** One spelling of a place that has no house number, or lies abroad. */
const writtenKey = ({ parts }: Place) => `${parts.region}|${parts.block}|${parts.tail}`;

/** Whether it goes to another address than the bill; an order without a ship-to does not. */
export function isShippedElsewhere(evidence: Evidence): Known {
  const shipping = shippingOf(evidence);
  if (shipping === null) return false;
  const billing = billingOf(evidence);
  if (!shipping || !billing) return undefined;
  const keys = [addressKeyOf(shipping.parts), addressKeyOf(billing.parts)];
  if (keys.every(Boolean)) return keys[0] !== keys[1];
  return writtenKey(shipping) !== writtenKey(billing);
}
