import type { CardFacts, Evidence } from './order-facts.ts';
import { isCardless } from './payment-kind.ts';
import { perOrder } from './per-order.ts';

/** null: not paid with a card; undefined: nobody has told us. */
export const cardOf = perOrder(({ order, shop }: Evidence): CardFacts | null | undefined => {
  if (order.card !== undefined) return order.card;
  return isCardless(order.gateway, shop.codNames) ? null : undefined;
});

/** Issuing country (ISO 3166): from the gateway, else from the merchant's own table of BINs. */
export function cardCountry({ order, shop }: Evidence): string | undefined {
  const told = order.card?.country?.trim().toUpperCase();
  if (told) return told;
  const bin = order.card?.bin?.replace(/\D/g, '') ?? '';
  for (let length = Math.min(8, bin.length); length >= 6; length -= 1) {
    const country = shop.binTable?.[bin.slice(0, length)];
    if (country) return country.toUpperCase();
  }
  return undefined;
}

export type SecurityCode = 'matched' | 'failed' | 'not-checked' | 'unknown';

/** ActiveMerchant's CVV results; D and I are codes that the issuer looked at and refused. */
export function readSecurityCode(cvv: string | null | undefined): SecurityCode {
  const code = cvv?.trim().toUpperCase() ?? '';
  if (code === 'M') return 'matched';
  if (code === 'N' || code === 'D' || code === 'I') return 'failed';
  return /^[PSUX]$/.test(code) ? 'not-checked' : 'unknown';
}

/** Authenticated by 3-D Secure; what the gateway said of this card goes before the shop's setting. */
export const is3dsAuthenticated = perOrder((evidence: Evidence): boolean | undefined => {
  const card = cardOf(evidence);
  if (!card) return card === null ? false : undefined;
  if (card.threeDS) return card.threeDS === 'authenticated';
  return evidence.shop.allCards3ds ? true : undefined;
});
