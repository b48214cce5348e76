import type { CardDto } from '../../contract/checkout-card.ts';
import type { Settings } from '../../contract/settings.ts';
import { readSecurityCode } from '../../risk/cards.ts';
import type { OrderRecord } from '../ports/storage-port.ts';

/** null: not paid with a card, as far as anybody told. */
export function presentCard(
  { facts: { card }, plan, acting }: Pick<OrderRecord, 'facts' | 'plan' | 'acting'>,
  { checkout: { shopify } }: Settings,
): CardDto | null {
  if (!card && plan.securityCode === undefined) return null;
  return {
    code: readSecurityCode(card?.cvv),
    wallet: Boolean(card?.wallet),
    rule: plan.securityCode ?? null,
    acted: acting,
    shopify: { cvvDecline: shopify.cvvDecline, manualCapture: shopify.manualCapture },
  };
}
