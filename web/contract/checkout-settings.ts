import { z } from 'zod';
import {
  hiddenMethods,
  listedKinds,
  longestMessage,
  mostRules,
  mostTags,
  placeKinds,
  recordedStates,
} from './checkout-words.ts';

const names = z.array(z.string().trim().min(1).max(100)).max(50);
const yen = z.number().int().min(0).max(100_000_000);
/** Shopify compares tags whatever the size of their letters, and none is longer than 255. */
const tags = z.array(z.string().trim().min(1).max(255)).min(1).max(mostTags);

/** What a buyer or a cart must be like. One object a row of the form; `kind` says which. */
export const checkoutCondition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('always') }),
  z.strictObject({ kind: z.literal('listed'), kinds: z.array(z.enum(listedKinds)).min(1) }),
  /** The cart's total in the shop's currency; at least one bound, both count: over < total < under. */
  z
    .strictObject({ kind: z.literal('amount'), over: yen.nullable(), under: yen.nullable() })
    .refine(({ over, under }) => over !== null || under !== null, { error: 'amount_without_bound' })
    .refine(({ over, under }) => over === null || under === null || over < under, {
      error: 'amount_empty_range',
    }),
  /** A guest's number of orders is not known before the order: the merchant says what that means. */
  z.strictObject({ kind: z.literal('first-order'), unknown: z.enum(['match', 'no-match']) }),
  /** Pieces in the whole cart. */
  z.strictObject({ kind: z.literal('quantity'), over: z.number().int().min(1).max(1_000_000) }),
  z.strictObject({
    kind: z.literal('prefecture'),
    /** JIS codes: JP-01 … JP-47. */
    codes: z
      .array(z.string().regex(/^JP-(?:0[1-9]|[1-3]\d|4[0-7])$/))
      .min(1)
      .max(47),
  }),
  z.strictObject({ kind: z.literal('islands') }),
  z.strictObject({ kind: z.literal('place'), words: z.array(z.enum(placeKinds)).min(1) }),
  /** A company name stands in the delivery address. */
  z.strictObject({ kind: z.literal('company') }),
  /** Any product of the cart has any of these. */
  z.strictObject({ kind: z.literal('product-tag'), tags }),
  z.strictObject({ kind: z.literal('customer-tag'), tags }),
]);
export type CheckoutCondition = z.infer<typeof checkoutCondition>;

const isListed = ({ kind }: CheckoutCondition) => kind === 'listed';

export const codRule = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/),
    on: z.boolean(),
    name: z.string().trim().max(60).optional(),
    hide: z.array(z.enum(hiddenMethods)).min(1),
    match: z.enum(['all', 'any']),
    conditions: z.array(checkoutCondition).min(1).max(10),
  })
  // Entries are spread over several customizations: two of these could never be seen together.
  .refine(({ conditions }) => conditions.filter(isListed).length <= 1, {
    path: ['conditions'],
    error: 'listed_twice',
  });
export type CodRule = z.infer<typeof codRule>;

const message = z.string().trim().min(1).max(longestMessage);
const messages = z.strictObject({
  addressWithoutBlock: message,
  postalContradiction: message,
  impossiblePhone: message,
  /** `{max}` is replaced. */
  quantityLimit: message,
  blockedBuyers: message,
});

const validation = z.strictObject({
  addressWithoutBlock: z.boolean(),
  postalContradiction: z.boolean(),
  impossiblePhone: z.boolean(),
  /** Pieces in the whole cart; null: no limit. */
  quantityLimit: z.strictObject({ max: z.number().int().min(1).max(1_000_000) }).nullable(),
  /** Buyers on the list of past fraud cannot check out at all. */
  blockedBuyers: z.boolean(),
  messages: z.strictObject({ ja: messages, en: messages }),
});

const recorded = z.enum(recordedStates);

/**
 * What the merchant has set in Shopify itself, as they told it here: Shopify lets no app read these. The app
 * changes nothing by them at Shopify; they decide what it says where they matter.
 */
const shopify = z.strictObject({
  /** Shopify Payments declines charges whose security code fails. */
  cvvDecline: recorded,
  /** The payment provider asks for 3-D Secure by itself. */
  threeDsAutomatic: recorded,
  /** Payments are captured by hand: only then there is an authorization to void. */
  manualCapture: recorded,
});

/** What happens before an order is placed. Unset names: methods are recognised by usual words too. */
export const checkoutSettings = z.strictObject({
  /** What buyers see at checkout; COD's are `cod.checkoutNames` and `cod.names`. */
  konbiniNames: names,
  bankNames: names,
  rules: z
    .array(codRule)
    .max(mostRules)
    .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, {
      error: 'duplicate_id',
    }),
  validation,
  shopify,
});
export type CheckoutSettings = z.infer<typeof checkoutSettings>;
