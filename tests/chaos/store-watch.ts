import { z } from 'zod';
import type { StandIn } from '../../web/standin/server.ts';
import type { ShopControl } from '../../web/standin/shop-control.ts';
import type { Delivered } from '../../web/standin/webhooks.ts';

/** Something that was done to an order in the store, whoever did it; or a process died. */
export interface Happened {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly what: 'killed' | 'held' | 'released' | 'cancelled' | 'VOID' | 'CAPTURE' | 'REFUND';
  /** The fulfillment order, the parent transaction, or the order; empty for a kill. */
  readonly to: string;
}

/** The store's own record: the truth, with which the app's books are compared. */
export interface StoreWatch {
  readonly happened: readonly Happened[];
  /** Is called in the moment in which a mutation was carried out, before its answer leaves. */
  onChange: (() => void) | null;
  /** Writes down that a process has just been killed. */
  killed(): void;
  /** Webhook ids that were answered 200 at least once, with their topics. */
  acknowledged(): ReadonlyMap<string, string>;
  /** Whether the app has acknowledged a webhook that brings this order. @param gid the order's */
  isTold(gid: string): boolean;
  /** Deliveries that Shopify has given up: no try of theirs was answered. */
  givenUp(): readonly Delivered[];
  /** Deliveries so far, repetitions too. */
  attempts(): number;
}

const holdBody = z.looseObject({ fulfillment_order: z.looseObject({ id: z.string() }) });
const orderBody = z.looseObject({ admin_graphql_api_id: z.string() });
const transactionBody = z.looseObject({
  kind: z.string(),
  status: z.string(),
  parent_id: z.number().nullable(),
});

/** Stands between the store's state and its webhooks: what is emitted has just happened. */
export function watchStore(standIn: StandIn, { store, delivery }: ShopControl): StoreWatch {
  const happened: Happened[] = [];
  const deliveries = followDeliveries(standIn);
  const { emit } = store;
  const watch: StoreWatch = {
    happened,
    onChange: null,
    killed: () => void happened.push({ at: Date.now(), what: 'killed', to: '' }),
    acknowledged: () => deliveries.read().acknowledged,
    isTold: (gid) => deliveries.read().told.has(gid),
    givenUp: () =>
      deliveries
        .read()
        .last.filter(({ attempt }) => attempt > delivery.retries)
        .filter(({ webhookId }) => !deliveries.read().acknowledged.has(webhookId)),
    attempts: () => deliveries.read().attempts,
  };
  store.emit = (topic, body) => {
    const change = changeOf(topic, body);
    if (change !== null) happened.push({ at: Date.now(), ...change });
    emit(topic, body);
    if (change !== null) watch.onChange?.();
  };
  return watch;
}

function changeOf(topic: string, body: object): Omit<Happened, 'at'> | null {
  switch (topic) {
    case 'fulfillment_orders/placed_on_hold':
      return { what: 'held', to: holdBody.parse(body).fulfillment_order.id };
    case 'fulfillment_orders/hold_released':
      return { what: 'released', to: holdBody.parse(body).fulfillment_order.id };
    case 'orders/cancelled':
      return { what: 'cancelled', to: orderBody.parse(body).admin_graphql_api_id };
    case 'order_transactions/create': {
      const { kind, status, parent_id } = transactionBody.parse(body);
      const what = moves.find((one) => one === kind.toUpperCase());
      return what === undefined || status !== 'success' ? null : { what, to: String(parent_id) };
    }
    default:
      return null;
  }
}

const orderGid = /gid:\/\/shopify\/Order\/\d+/;
const moves = ['VOID', 'CAPTURE', 'REFUND'] as const;

/** The stand-in keeps its last 10,000 deliveries only: what is new is read at each look. */
function followDeliveries(standIn: StandIn) {
  const acknowledged = new Map<string, string>();
  const told = new Set<string>();
  const last: Delivered[] = [];
  let attempts = 0;
  let seen: Delivered | undefined;
  const read = () => {
    const log = standIn.deliveries();
    for (const one of log.slice(seen === undefined ? 0 : log.lastIndexOf(seen) + 1)) {
      attempts += 1;
      seen = one;
      if (one.status !== 200) last.push(one);
      else {
        acknowledged.set(one.webhookId, one.topic);
        const [gid] = orderGid.exec(one.body) ?? [];
        if (one.topic.startsWith('orders/') && gid !== undefined) told.add(gid);
      }
    }
    return { acknowledged, told, last, attempts };
  };
  return { read };
}
