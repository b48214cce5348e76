import { logged } from '../executed.ts';
import { fulfillmentFields } from './fulfillment-fields.ts';
import { fulfillmentMutations } from './fulfillment-mutations.ts';
import { functionFields, functionMutations } from './function-fields.ts';
import { metafieldFields } from './metafield-fields.ts';
import { metafieldMutations } from './metafield-mutations.ts';
import { moneyMutations } from './money-mutations.ts';
import { orderFields } from './order-fields.ts';
import { orderMutations } from './order-mutations.ts';
import { queryRoot } from './query-root.ts';
import { shopFields } from './shop-fields.ts';
import { tagMutations } from './tag-mutations.ts';
import { transactionFields } from './transaction-fields.ts';
import type { Resolvers } from './types.ts';

/** Everything that the stand-in models of the Admin API, by type and field. */
export const resolvers: Resolvers = {
  ...queryRoot,
  ...orderFields,
  ...transactionFields,
  ...fulfillmentFields,
  ...shopFields,
  ...functionFields,
  ...metafieldFields,
  Mutation: logged({
    ...orderMutations,
    ...tagMutations,
    ...fulfillmentMutations,
    ...moneyMutations,
    ...functionMutations,
    ...metafieldMutations,
  }),
};
