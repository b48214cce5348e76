import type { PlaceOrderInput } from '../../../web/standin/place-order.ts';
import { cardThief, codPrank, ordinaryOrder } from '../../support/suspicious-orders.ts';

/** One of the reserved addresses: the whole flood comes from it. */
export const floodIp = '203.0.113.9';

/** Seven digits that no other order has. */
const sevenOf = (n: number) => String(n % 10_000_000).padStart(7, '0');

const phoneOf = (prefix: string, n: number) =>
  `${prefix}${sevenOf(n).slice(0, 3)}-${sevenOf(n).slice(3)}`;

const ipOf = (n: number) => `198.${18 + (n >> 16)}.${(n >> 8) & 255}.${n & 255}`;

/** Card numbers by their first six and last four digits, all different. */
const cardOf = (n: number) => ({ bin: sevenOf(n).slice(0, 6), last4: sevenOf(n).slice(3) });

/** The buyer's own e-mail, phone and name over one of the sample orders. */
function as(base: PlaceOrderInput, n: number, prefix: string, address1: string): PlaceOrderInput {
  const phone = phoneOf(prefix, n);
  const firstName = `例${n}`;
  const host = base.customer?.email?.split('@')[1] ?? 'example.jp';
  const customer = { ...base.customer, email: `reidai-${n}@${host}`, phone, firstName };
  return {
    ...base,
    customer,
    phone,
    shipping: { ...base.shipping, address1, phone, firstName },
    clientIp: ipOf(n),
  };
}

/** Must not be held. @param n number of the buyer: the same one again is a returning customer */
export const ordinary = (n: number): PlaceOrderInput => ({
  ...as(ordinaryOrder, n, '080-1', `神宮前99-${n + 1}-1`),
  payment: { kind: 'card', capture: 'sale', cvv: 'M', ...cardOf(n) },
});

/** Must be held: a prank, each by somebody else. */
export const prank = (n: number): PlaceOrderInput => as(codPrank, n, '090-1', `架空町${n}`);

/** Must be held: stolen cards, names and addresses that all differ, one network address. */
export const flood = (n: number): PlaceOrderInput => ({
  ...as(cardThief, n, '050-1', `本田99-${n + 1}-7`),
  payment: { kind: 'card', capture: 'authorization', cvv: 'N', ...cardOf(n) },
  clientIp: floodIp,
});
