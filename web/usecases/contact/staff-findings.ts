import type { BuyerAnswer } from '../../contract/contact.ts';
import type { CallRecord } from '../ports/contact-port.ts';
import type { OrderRecord } from '../ports/storage-port.ts';

/** Results of staff checks, as they are kept with an order. */
export type Findings = OrderRecord['staffChecks'];

/** Calls that are this far apart were made at different times of the day. */
const apartMs = 2 * 3_600_000;

/**
 * What a call says to the checks that score. That nobody answers is a finding only when it was tried
 * again at another time: people are at work.
 * @param earlier calls of the same order before this one
 */
export function findingsOfCall(
  call: Pick<CallRecord, 'result' | 'at'>,
  earlier: readonly Pick<CallRecord, 'result' | 'at'>[],
): Findings {
  switch (call.result) {
    case 'confirmed':
      return { ...answered, ...confirmed };
    case 'denied':
      return { ...answered, ...denied };
    case 'another-person':
      return { ...answered, 'staff-different-person-answered': 'hit' };
    case 'not-in-use':
      return { 'staff-number-not-in-use': 'hit' };
    case 'reached':
      return { ...answered, 'staff-different-person-answered': 'no-hit' };
    case 'not-reached':
      return { 'staff-phone-unreachable': triedTwice(call.at, earlier) ? 'hit' : 'unknown' };
  }
}

const triedTwice = (at: number, earlier: readonly Pick<CallRecord, 'result' | 'at'>[]) =>
  earlier.some((other) => other.result === 'not-reached' && Math.abs(at - other.at) >= apartMs);

const answered = {
  'staff-phone-unreachable': 'no-hit',
  'staff-number-not-in-use': 'no-hit',
} as const;

const confirmed = {
  'staff-identity-confirmed': 'hit',
  'staff-denies-order': 'no-hit',
  'staff-different-person-answered': 'no-hit',
  'staff-email-no-reply': 'no-hit',
} as const;

const denied = { 'staff-denies-order': 'hit', 'staff-identity-confirmed': 'no-hit' } as const;

/**
 * A click on a link proves that a mailbox is read, and a payment that somebody pays: only what a person
 * heard or read confirms an identity. "I did not order" is believed whoever says it.
 */
export function findingsOfAnswer(answer: BuyerAnswer, via: 'link' | 'staff' | 'payment'): Findings {
  if (answer === 'not-ordered') return denied;
  const replied = { 'staff-email-no-reply': 'no-hit' } as const;
  if (answer === 'ordered' && via === 'staff') return { ...replied, ...confirmed };
  return via === 'payment' ? {} : replied;
}
