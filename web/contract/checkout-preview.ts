import { z } from 'zod';
import type { ConditionKind } from './checkout-words.ts';

/** `POST /api/checkout/preview`. The settings need not be saved; their shape is checked by the use case. */
export const checkoutPreviewEnvelope = z.strictObject({ settings: z.unknown() });

/** What one rule would have meant for the newest orders, whether it is in use or not. */
export interface RulePreview {
  /** Of the rule. */
  id: string;
  /** Orders whose buyer would not have been shown what it hides. */
  touched: number;
  /** Of these, how many were paid with a method that it hides. */
  paid: number;
  /** Orders of which it cannot be said: they do not tell what the rule asks. In none of the above. */
  unsure: number;
  /** What they do not tell. */
  untold: ConditionKind[];
}

/** Nothing is saved. Lists are those of now, and whole: also entries that find no room at checkout. */
export interface CheckoutPreview {
  /** Orders looked at: the newest, 500 at most. */
  orders: number;
  /** Among the newest, but made where no rule acts: in Shopify admin, at a till, by a subscription. */
  elsewhere: number;
  rules: RulePreview[];
}
