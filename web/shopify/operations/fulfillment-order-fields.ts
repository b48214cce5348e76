import { z } from 'zod';

/**
 * `heldByApp` is not asked for: it needs read_apps, and one denied field would spoil the whole answer.
 * 25 fulfillment orders: an order has one for each location that ships a part of it.
 */
export const fulfillmentOrderFields = `
fragment FulfillmentOrderFields on Order {
  fulfillmentOrders(first: 25) {
    nodes {
      id status requestStatus
      supportedActions { action }
      fulfillmentHolds { id handle heldByRequestingApp }
    }
  }
}`;

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

export const fulfillmentOrderConnection = z.object({ nodes: z.array(fulfillmentOrderNode) });
