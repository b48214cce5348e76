import type { PlaceOrderInput } from '../../web/standin/place-order.ts';
import { pick } from '../../web/standin/random.ts';
import { strangerOrder } from '../support/many-cases.ts';
import { ordinaryOrder } from '../support/suspicious-orders.ts';

/** One thing that a member of staff does to an order. */
export type Step =
  | { readonly do: 'release' | 'approve' | 'capture' | 'hold' | 'cancel' | 'void' | 'undo' }
  | { readonly do: 'letter' }
  | { readonly do: 'bulk'; readonly what: 'release' | 'approve' | 'cancel' };

/** Where an order must stand at the end, if every step was taken. */
export type Ending =
  | 'untouched'
  | 'held'
  | 'released'
  | 'approved'
  | 'captured'
  | 'voided'
  | 'cancelled';

export interface OrderPlan {
  readonly input: PlaceOrderInput;
  /** Must be held as soon as it was judged. */
  readonly suspicious: boolean;
  readonly steps: readonly Step[];
  /** So long staff look at it before each click, in milliseconds. */
  readonly thinkMs: number;
}

const clean: readonly (readonly Step[])[] = [
  [],
  [],
  [{ do: 'hold' }],
  [{ do: 'hold' }, { do: 'undo' }],
];

const suspicious: readonly (readonly Step[])[] = [
  [],
  [],
  [{ do: 'release' }],
  [{ do: 'release' }, { do: 'undo' }],
  [{ do: 'approve' }],
  [{ do: 'capture' }],
  [{ do: 'cancel' }],
  [{ do: 'cancel' }],
  [{ do: 'cancel' }, { do: 'undo' }],
  [{ do: 'void' }],
  [{ do: 'void' }],
  [{ do: 'void' }, { do: 'undo' }],
  [{ do: 'letter' }],
  [{ do: 'letter' }],
  [{ do: 'letter' }],
  [{ do: 'letter' }, { do: 'release' }],
  [{ do: 'letter' }, { do: 'cancel' }],
  [{ do: 'bulk', what: 'release' }],
  [{ do: 'bulk', what: 'approve' }],
  [{ do: 'bulk', what: 'cancel' }],
];

/** A buyer like no other, so that no order is judged by another's fate. */
export function planOrder(random: () => number, n: number): OrderPlan {
  const isSuspicious = random() < 0.7;
  const steps = isSuspicious ? oneOf(random, suspicious) : oneOf(random, clean);
  const input = isSuspicious ? thief(random, n, steps) : buyer(n);
  return { input, suspicious: isSuspicious, steps, thinkMs: Math.floor(random() * 1_000) };
}

const oneOf = <T>(random: () => number, list: readonly T[]): T => {
  const [first, ...rest] = list;
  if (first === undefined) throw new Error('nothing to choose from');
  return pick(random, [first, ...rest]);
};

/** Voids and captures need an authorization that waits; others may be paid at once, as most are in Japan. */
function thief(random: () => number, n: number, steps: readonly Step[]): PlaceOrderInput {
  const needsAuthorization = steps.some((step) => step.do === 'void' || step.do === 'capture');
  const capture = needsAuthorization || random() < 0.5 ? 'authorization' : 'sale';
  const input = strangerOrder(n);
  return { ...input, payment: { kind: 'card', cvv: 'N', last4: lastDigits(n), capture } };
}

const lastDigits = (n: number) => String(n % 10_000).padStart(4, '0');

function buyer(n: number): PlaceOrderInput {
  const email = `reidai-buyer-${n}@example.jp`;
  const phone = `03-1${lastDigits(n).slice(1)}-5${lastDigits(n).slice(1)}`;
  const { customer, shipping } = ordinaryOrder;
  return {
    ...ordinaryOrder,
    customer: { ...customer, email, phone, firstName: `一郎${n}` },
    phone,
    shipping: { ...shipping, address1: `神宮前99-${n + 1}-2`, phone },
    payment: { kind: 'card', capture: 'sale', cvv: 'M', last4: lastDigits(n), name: null },
    clientIp: `192.0.2.${(n % 250) + 1}`,
  };
}
