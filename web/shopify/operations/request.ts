import { z } from 'zod';

/** One GraphQL request of the Admin API, with the shape that its answer must have. */
export interface AdminRequest<A> {
  /** The operation's name: one of a closed set, what metrics count by. */
  readonly name: string;
  /** How many of the thing it asks for, where that varies: costs are learned by name and size. */
  readonly size?: number;
  /** A mutation without an answer may have happened; a query without one has not. */
  readonly kind: 'query' | 'mutation';
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Points to reserve until Shopify told its own figure. */
  readonly expectedCost: number;
  /** What is refused here is a fault, never a half-understood order. */
  readonly answer: z.ZodType<A>;
}

/** Shopify's `UserError` and its kin: some have a code, some do not. */
export const userError = z.object({
  code: z.string().nullish(),
  field: z.array(z.string()).nullish(),
  message: z.string(),
});
export type UserError = z.infer<typeof userError>;

/** Of a connection. Absent in answers that were kept from older versions: all is there. */
export const pageInfo = z
  .object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() })
  .optional();

export const userErrors = z.array(userError);

/** Shopify's Decimal comes as text (`"1000.0"`). */
const decimal = z.union([z.string(), z.number()]).pipe(z.coerce.number());

export const money = z
  .object({ amount: decimal, currencyCode: z.string() })
  .transform((value) => ({ amount: value.amount, currency: value.currencyCode }));

export const shopMoney = z.object({ shopMoney: money }).transform((bag) => bag.shopMoney);
