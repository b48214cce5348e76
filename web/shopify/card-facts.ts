import type { CardFacts } from '../risk/order-facts.ts';
import type { PaymentDetailsNode, TransactionNode } from './operations/order-fields.ts';

const paymentKinds = new Set(['AUTHORIZATION', 'SALE', 'EMV_AUTHORIZATION']);
const failedStates = new Set(['FAILURE', 'ERROR']);
const notAuthenticated = new Set(['AUTHENTICATION_FAILED', 'AUTHENTICATION_REQUIRED']);

type CardDetails = Extract<PaymentDetailsNode, { __typename: 'CardPaymentDetails' }>;

/** The buyer's attempts to pay, oldest first; captures, refunds and voids are the shop's. */
export function paymentAttempts(transactions: readonly TransactionNode[]): TransactionNode[] {
  return transactions
    .filter((each) => paymentKinds.has(each.kind))
    .sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
}

export const isFailed = (transaction: { status: string }): boolean =>
  failedStates.has(transaction.status);

/**
 * null: paid without a card; undefined: nobody told us. A third-party gateway that gives no details
 * may well have taken a card, so only a manual method or another kind of details means "no card".
 */
export function toCardFacts(
  transactions: readonly TransactionNode[],
): CardFacts | null | undefined {
  const attempts = paymentAttempts(transactions);
  const payment = decisive(attempts);
  if (payment === undefined) return undefined;
  const details = payment.paymentDetails;
  if (details?.__typename === 'CardPaymentDetails') {
    return { ...fromDetails(details), ...failuresOf(attempts) };
  }
  if (details === undefined) return undefined;
  return details !== null || payment.manualPaymentGateway ? null : undefined;
}

/** A gift card may pay a part: the latest good card payment tells the card, not the latest payment. */
function decisive(attempts: readonly TransactionNode[]): TransactionNode | undefined {
  const good = attempts.filter((each) => !isFailed(each));
  const byCard = good.findLast((each) => each.paymentDetails?.__typename === 'CardPaymentDetails');
  return byCard ?? good.at(-1) ?? attempts.at(-1);
}

function fromDetails(card: CardDetails): CardFacts {
  return {
    name: card.name,
    cvv: card.cvvResultCode === undefined ? undefined : (card.cvvResultCode ?? ''),
    avs: card.avsResultCode,
    bin: card.bin,
    last4: lastFour(card.number),
    expiry: expiry(card.expirationMonth, card.expirationYear),
    wallet: card.wallet,
  };
}

/** 3-D Secure is told only by a failure: `receiptJson` is no contract and is never read. */
function failuresOf(attempts: readonly TransactionNode[]): CardFacts {
  const errorCodes = attempts
    .filter(isFailed)
    .flatMap((each) => (typeof each.errorCode === 'string' ? [each.errorCode] : []));
  return {
    failedAttempts: attempts.filter(isFailed).length,
    errorCodes,
    threeDS: errorCodes.some((code) => notAuthenticated.has(code)) ? 'none' : undefined,
  };
}

/** `•••• •••• •••• 1234` → `1234`. */
export function lastFour(masked: string | null | undefined): string | null | undefined {
  if (typeof masked !== 'string') return masked;
  return /(\d{4})\D*$/.exec(masked)?.[1] ?? null;
}

/** `YYYY-MM`. */
function expiry(
  month: number | null | undefined,
  year: number | null | undefined,
): string | null | undefined {
  if (month === undefined || year === undefined) return undefined;
  if (month === null || year === null) return null;
  return `${year}-${String(month).padStart(2, '0')}`;
}
