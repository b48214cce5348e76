import { type Bag, noMoney } from './money.ts';
import type { TransactionFacts } from './payments.ts';
import type { Card, Order } from './state.ts';

/** How an order is paid, as a test or the demo says it. */
export type PaymentInput =
  | {
      readonly kind: 'card';
      /** Default 'authorization'. 'sale' is captured at once, the usual case in Japan. */
      readonly capture?: 'authorization' | 'sale';
      readonly cvv?: string | null;
      readonly avs?: string | null;
      readonly bin?: string | null;
      readonly last4?: string | null;
      readonly name?: string | null;
      readonly wallet?: string | null;
      readonly company?: string;
      readonly expiry?: readonly [month: number, year: number];
      readonly threeDS?: 'authenticated' | 'none' | null;
      /** Error codes of attempts that failed before this one went through. */
      readonly failedAttempts?: readonly string[];
      readonly gateway?: string;
      /** false: the gateway tells nothing of the card (paymentDetails null). */
      readonly details?: boolean;
    }
  | { readonly kind: 'cod'; readonly name?: string }
  | { readonly kind: 'konbini'; readonly name?: string }
  | { readonly kind: 'bank'; readonly name?: string }
  | { readonly kind: 'free' };

type CardInput = Extract<PaymentInput, { kind: 'card' }>;

export const isFree = (payment: PaymentInput | undefined): boolean => payment?.kind === 'free';

/** The transactions that an order has when it is placed. */
export function paymentTransactions(
  payment: PaymentInput = { kind: 'card' },
  order: Order,
  total: Bag,
): TransactionFacts[] {
  switch (payment.kind) {
    case 'free':
      return [];
    case 'card':
      return cardTransactions(payment, order, total);
    case 'cod':
      return [pending(payment.name ?? '代金引換', total, true, null)];
    case 'bank':
      return [pending(payment.name ?? '銀行振込', total, true, null)];
    case 'konbini':
      return [pending(payment.name ?? 'KOMOJU - コンビニ', total, false, 'コンビニ決済')];
  }
}

function pending(
  gateway: string,
  amount: Bag,
  manual: boolean,
  localMethod: string | null,
): TransactionFacts {
  return { kind: 'SALE', status: 'PENDING', gateway, manual, amount, localMethod };
}

function cardTransactions(payment: CardInput, order: Order, total: Bag): TransactionFacts[] {
  const card = payment.details === false ? null : cardOf(payment, order);
  const gateway = payment.gateway ?? 'shopify_payments';
  const kind = payment.capture === 'sale' ? 'SALE' : 'AUTHORIZATION';
  const failed = (payment.failedAttempts ?? []).map((errorCode): TransactionFacts => {
    return { kind, status: 'FAILURE', gateway, amount: total, card, errorCode };
  });
  if (total.shop === noMoney.shop) return failed;
  return [...failed, { kind, status: 'SUCCESS', gateway, amount: total, card }];
}

function cardOf(payment: CardInput, order: Order): Card {
  const billing = order.billingAddress;
  const romanized = [billing?.firstName, billing?.lastName].filter(Boolean).join(' ');
  return {
    company: payment.company ?? 'Visa',
    bin: payment.bin === undefined ? '424242' : payment.bin,
    last4: payment.last4 === undefined ? '4242' : payment.last4,
    name: payment.name === undefined ? romanized.toUpperCase() : payment.name,
    cvv: payment.cvv === undefined ? 'M' : payment.cvv,
    avs: payment.avs === undefined ? 'U' : payment.avs,
    wallet: payment.wallet ?? null,
    expirationMonth: payment.expiry?.[0] ?? 12,
    expirationYear: payment.expiry?.[1] ?? 2029,
    threeDS: payment.threeDS ?? null,
  };
}
