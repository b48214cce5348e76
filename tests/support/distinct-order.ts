import type { PlaceOrderInput } from '../../web/standin/place-order.ts';
import { codPrank, ordinaryOrder } from './suspicious-orders.ts';

/** Each has a buyer, a place and an address of its own, none is another's reason; one of `prankEvery` is a prank. */
export function distinctOrder(n: number, prankEvery: number): PlaceOrderInput {
  const isPrank = n % prankEvery === 0;
  const base = isPrank ? codPrank : ordinaryOrder;
  const digits = String(n).padStart(4, '0');
  const phone = isPrank ? `090-1${digits.slice(1)}-5${digits.slice(1)}` : `03-1234-${digits}`;
  const address1 = isPrank ? `架空町${n}` : `神宮前99-${n + 1}-1`;
  const email = `reidai-${digits}@${isPrank ? 'gmail.com' : 'example.jp'}`;
  return {
    ...base,
    customer: { ...base.customer, email, phone, firstName: `例${n}` },
    phone,
    ...(isPrank ? {} : { payment: { kind: 'card', capture: 'sale', cvv: 'M', last4: digits } }),
    shipping: { ...base.shipping, address1, phone, firstName: `例${n}` },
    clientIp: `198.51.${100 + Math.floor(n / 250)}.${(n % 250) + 1}`,
  };
}
