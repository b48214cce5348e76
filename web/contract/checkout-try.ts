import { z } from 'zod';
import type { HiddenMethod } from './checkout-words.ts';

const text = z.string().trim().max(200);

/** A buyer with a cart, as a checkout would tell of them. Empty texts were not typed in. */
const buyer = z.strictObject({
  email: text,
  phone: text,
  zip: text,
  /** JIS code, JP-01 … JP-47; empty: none. */
  province: z.union([z.literal(''), z.string().regex(/^JP-(?:0[1-9]|[1-3]\d|4[0-7])$/)]),
  city: text,
  address1: text,
  address2: text,
  company: text,
  /** Orders before this one; null: not signed in, so that nobody can know. */
  orders: z.number().int().min(0).max(1_000_000).nullable(),
  /** The cart's total in the shop's currency. */
  amount: z.number().min(0).max(100_000_000),
  quantity: z.number().int().min(1).max(1_000_000),
  /** Any product, or the customer, has one of the tags that the rules name. */
  productTagged: z.boolean(),
  customerTagged: z.boolean(),
});
export type TriedBuyer = z.infer<typeof buyer>;

/** `POST /api/checkout/try`. The settings need not be saved; their shape is checked by the use case. */
export const tryEnvelope = z.strictObject({ settings: z.unknown(), buyer });

/** What our own functions answer; it is not a test of Shopify's checkout. */
export interface TryAnswer {
  hidden: HiddenMethod[];
  /** Ids of the rules in use that apply to this buyer. */
  applying: string[];
  /** What the buyer would be asked to correct, in the reader's language. */
  messages: string[];
}
