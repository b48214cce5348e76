import type { PlaceOrderInput } from '../../web/standin/place-order.ts';
import { cardThief } from './suspicious-orders.ts';

/** Suspicious card orders that share nothing: each has a case and a row of its own. */
export function strangerOrder(n: number): PlaceOrderInput {
  const digits = String(n).padStart(4, '0');
  const phone = `090-1${digits.slice(1)}-5${digits.slice(1)}`;
  const shipping = cardThief.shipping;
  return {
    ...cardThief,
    customer: {
      ...cardThief.customer,
      email: `reidai-${digits}@mailinator.com`,
      phone,
      firstName: `例${n}`,
    },
    phone,
    ...(shipping ? { shipping: { ...shipping, address1: `本田99-${n + 1}-7`, phone } } : {}),
    payment: { kind: 'card', capture: 'authorization', cvv: 'N', last4: digits },
    clientIp: `198.51.${100 + Math.floor(n / 250)}.${(n % 250) + 1}`,
  };
}
