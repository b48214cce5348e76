import type { GraphQLNamedType, GraphQLSchema } from 'graphql';
import { isLeafType } from 'graphql';

/**
 * Shopify's prices, as recorded answers show them (docs: "object 1, scalar 0, connection by size,
 * mutation 10"): sums of money and page information are free, and so are the objects that a mutation hands
 * back directly. A connection costs 2, and its nodes once for every `pageWeight`.
 */
const freeTypes = new Set(['MoneyBag', 'MoneyV2', 'PageInfo', 'LocationAddress']);

const dearMutations: Readonly<Record<string, number>> = {
  refundCreate: 20,
  orderCapture: 20,
  fulfillmentTrackingInfoUpdate: 50,
};

export const connectionCost = 2;
const countCost = 10;
const mutationCost = 10;
export const defaultPage = 10;

/** A page of 10 weighs 4, of 50 weighs 7, of 250 weighs 11. */
export const pageWeight = (size: number): number =>
  size <= 0 ? 0 : Math.max(1, Math.floor(2 * Math.log(size)));

export const isConnection = (type: GraphQLNamedType): boolean => type.name.endsWith('Connection');

export const mutationPrice = (field: string): number => dearMutations[field] ?? mutationCost;

/** The price of an object of this type for itself, without what is read of it. */
export function ownPrice(
  type: GraphQLNamedType,
  parent: GraphQLNamedType,
  schema: GraphQLSchema,
): number {
  if (isLeafType(type) || freeTypes.has(type.name) || type.name.endsWith('UserError')) return 0;
  if (type.name === 'Count') return parent === schema.getQueryType() ? countCost : 0;
  return 1;
}
