import type { CheckoutSettings } from './checkout-settings.ts';
import type { Reaction } from './settings.ts';

/** What an order's card said of its security code, and what the shop's settings made of it. */
export interface CardDto {
  /** `unknown`: Shopify has no result. */
  code: 'matched' | 'failed' | 'not-checked' | 'unknown';
  /** Paid by a wallet, which sends no code. */
  wallet: boolean;
  /** Setting of `cvv` that decided, and what it says; null: it matched, or a code was not mandatory. */
  rule: {
    setting: 'failed' | 'notChecked' | 'unknown' | 'walletsAndSavedCards';
    reaction: Reaction;
  } | null;
  /** The app acts on this order; false: it came while the app only recorded. */
  acted: boolean;
  /** What the merchant has recorded of Shopify's own settings. */
  shopify: Pick<CheckoutSettings['shopify'], 'cvvDecline' | 'manualCapture'>;
}
