import { z } from 'zod';
import { pageInfo } from './request.ts';

/** `heldByApp` is not asked for: it needs read_apps, and one denied field would spoil the whole answer. */
export const fulfillmentOrderNodes = `
fragment FulfillmentOrderNodes on FulfillmentOrderConnection {
  nodes {
    id status requestStatus
    supportedActions { action }
    fulfillmentHolds { id handle heldByRequestingApp }
  }
  pageInfo { hasNextPage endCursor }
}`;

/**
 * 25 fulfillment orders: an order has one for each location that ships a part of it. Where there are
 * more, the rest is read by itself (`whole-orders.ts`).
 */
export const fulfillmentOrderFields = `
fragment FulfillmentOrderFields on Order {
  fulfillmentOrders(first: 25) { ...FulfillmentOrderNodes }
}
${fulfillmentOrderNodes}`;

const fulfillmentOrderNode = z.object({
  id: z.string(),
  status: z.string(),
  requestStatus: z.string(),
  supportedActions: z.array(z.object({ action: z.string() })),
  fulfillmentHolds: z.array(
    z.object({ id: z.string(), handle: z.string().nullish(), heldByRequestingApp: z.boolean() }),
  ),
});
export type FulfillmentOrderNode = z.infer<typeof fulfillmentOrderNode>;

export const fulfillmentOrderConnection = z.object({
  nodes: z.array(fulfillmentOrderNode),
  pageInfo,
});
export type FulfillmentOrderConnection = z.infer<typeof fulfillmentOrderConnection>;
