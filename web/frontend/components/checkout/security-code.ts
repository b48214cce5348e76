import type { CardDto } from '../../../contract/checkout-card.ts';

type Done = 'optional' | 'nothing' | 'tag' | 'hold' | 'wouldTag' | 'wouldHold';

/** Key of `card.done`; null where the code matched. */
export function doneOf({ code, rule, acted }: CardDto): Done | null {
  if (code === 'matched') return null;
  if (rule === null) return 'optional';
  if (acted || rule.reaction === 'nothing') return rule.reaction;
  return rule.reaction === 'hold' ? 'wouldHold' : 'wouldTag';
}

/** A wrong code can be declined before it is an order; where that is said to be on, something is amiss. */
export function hintOf({ code, shopify }: CardDto): 'decline' | 'declineIsOn' | null {
  if (code !== 'failed') return null;
  return shopify.cvvDecline === 'on' ? 'declineIsOn' : 'decline';
}

/** Key of `card.code`. A wallet sends no code, so that none was checked says nothing of the card. */
export const saidOf = ({ code, wallet }: CardDto): CardDto['code'] | 'wallet' =>
  wallet && (code === 'unknown' || code === 'not-checked') ? 'wallet' : code;
