import { type LineQuantity, move, type SplitRequest, split } from '../fulfillment.ts';
import { type HoldRequest, placeHold, releaseHolds } from '../holds.ts';
import { type ShipOptions, type ShipPart, ship } from '../shipping.ts';
import { payload } from './refusal.ts';
import { fields } from './types.ts';

interface ShipArgs {
  readonly fulfillment: {
    readonly lineItemsByFulfillmentOrder: readonly ShipPart[];
    readonly notifyCustomer?: boolean | null;
    readonly trackingInfo?: ShipOptions['tracking'];
  };
}

export const fulfillmentMutations = fields<unknown>({
  fulfillmentOrderHold: (_root, args: { id: string; fulfillmentHold: HoldRequest }, { store }) =>
    payload(
      placeHold(store, args.id, args.fulfillmentHold, store.app.gid),
      ({ hold, fulfillmentOrder, remaining }) => ({
        fulfillmentHold: hold,
        fulfillmentOrder,
        remainingFulfillmentOrder: remaining,
      }),
      { fulfillmentHold: null, fulfillmentOrder: null, remainingFulfillmentOrder: null },
    ),
  fulfillmentOrderReleaseHold: (
    _root,
    args: { id: string; holdIds?: string[] | null },
    { store },
  ) =>
    payload(
      releaseHolds(store, args.id, args.holdIds ?? null),
      (fulfillmentOrder) => ({ fulfillmentOrder }),
      { fulfillmentOrder: null },
    ),
  fulfillmentOrderSplit: (_root, args: { fulfillmentOrderSplits: SplitRequest[] }, { store }) =>
    payload(
      split(store, args.fulfillmentOrderSplits),
      (parts) => ({
        fulfillmentOrderSplits: parts.map((part) => ({
          ...part,
          replacementFulfillmentOrder: null,
        })),
      }),
      { fulfillmentOrderSplits: null },
    ),
  fulfillmentOrderMove: (
    _root,
    args: {
      id: string;
      newLocationId: string;
      fulfillmentOrderLineItems?: LineQuantity[] | null;
    },
    { store },
  ) =>
    payload(
      move(store, args.id, args.newLocationId, args.fulfillmentOrderLineItems ?? []),
      ({ moved, original, remaining }) => ({
        movedFulfillmentOrder: moved,
        originalFulfillmentOrder: original,
        remainingFulfillmentOrder: remaining,
      }),
      {
        movedFulfillmentOrder: null,
        originalFulfillmentOrder: null,
        remainingFulfillmentOrder: null,
      },
    ),
  fulfillmentCreate: (_root, { fulfillment }: ShipArgs, { store }) =>
    payload(
      ship(store, fulfillment.lineItemsByFulfillmentOrder, {
        notifyCustomer: fulfillment.notifyCustomer ?? false,
        tracking: fulfillment.trackingInfo ?? null,
      }),
      (made) => ({ fulfillment: made }),
      { fulfillment: null },
    ),
});
