import type { PlaceOrderInput } from '../../web/standin/place-order.ts';
import { codPrank, ordinaryOrder } from '../support/suspicious-orders.ts';

/** Buyers who share nothing, so that a thousand orders are judged one by one. */
export function sampleOrder(n: number, isSuspicious: boolean): PlaceOrderInput {
  const digits = String(n % 10_000).padStart(4, '0');
  const base = isSuspicious ? codPrank : ordinaryOrder;
  const phone = isSuspicious ? `090-1${digits.slice(1)}-5${digits.slice(1)}` : `03-1234-${digits}`;
  const email = `reidai-${n}@${isSuspicious ? 'gmail.com' : 'example.jp'}`;
  const address1 = isSuspicious ? `架空町${n}` : `神宮前99-${n + 1}-1`;
  const card = { kind: 'card', capture: 'sale', cvv: 'M', last4: digits } as const;
  return {
    ...base,
    customer: { ...base.customer, email, phone, firstName: `例${n}` },
    phone,
    shipping: { ...base.shipping, address1, phone, firstName: `例${n}` },
    clientIp: `198.${18 + (n >> 16)}.${(n >> 8) & 255}.${n & 255}`,
    payment: isSuspicious ? { kind: 'cod' } : card,
  };
}
