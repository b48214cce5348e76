import { z } from 'zod';
import { pageInfo, shopMoney } from './request.ts';

export const lineItemFields = `
fragment LineItemFields on LineItemConnection {
  nodes { title quantity isGiftCard originalUnitPriceSet { shopMoney { amount currencyCode } } }
  pageInfo { hasNextPage endCursor }
}`;

const lineItem = z.object({
  title: z.string(),
  quantity: z.number(),
  isGiftCard: z.boolean(),
  originalUnitPriceSet: shopMoney.optional(),
});

export const lineItemConnection = z.object({ nodes: z.array(lineItem), pageInfo });
