import { pollJob } from '../cancel.ts';
import { findFulfillmentOrder, locationOf } from '../fulfillment.ts';
import { kindOf, legacyId } from '../ids.ts';
import type { CancelJob } from '../state.ts';
import { findTransaction } from '../store.ts';
import { isVisible, searchOrders, sortOrders } from './order-search.ts';
import { resourceNotFound } from './refusal.ts';
import { type Context, connection, emptyConnection, fields, type PageArgs } from './types.ts';

type Search = PageArgs & { query?: string | null; sortKey?: string | null };

function findNode(id: string, context: Context): unknown {
  const { state } = context.store;
  switch (kindOf(id)) {
    case null:
      throw resourceNotFound();
    case 'Order': {
      const order = state.orders.get(id);
      return order && isVisible(order, context) ? order : null;
    }
    case 'FulfillmentOrder':
      return findFulfillmentOrder(state, id)?.each ?? null;
    case 'OrderTransaction':
      return findTransaction(state, id) ?? null;
    case 'Customer':
      return state.customers.get(id) ?? null;
    case 'OrderCancelJobResult':
      return jobResult(state.jobs.get(legacyId(id)), context);
    case 'PaymentCustomization':
      return state.paymentCustomizations.get(id) ?? null;
    case 'Validation':
      return state.validations.get(id) ?? null;
    case 'Location':
      return locationOf(state, id) ?? null;
    case 'Shop':
      return id === state.gid ? state : null;
    default:
      return null;
  }
}

function jobResult(job: CancelJob | undefined, { store }: Context) {
  if (!job) return null;
  return cancelJobResult(pollJob(store, job));
}

/** `OrderCancelJobResult`: what 2026-10 added beside the plain job. */
export const cancelJobResult = (job: CancelJob) => ({
  __typename: 'OrderCancelJobResult',
  id: job.resultGid,
  done: job.status !== 'STARTED',
  status: job.status,
  errors: [],
  orderGid: job.orderGid,
});

export const queryRoot = {
  QueryRoot: fields<unknown>({
    shop: (_root, _args, { store }) => store.state,
    app: (_root, _args, { store }) => store.app,
    currentAppInstallation: (_root, _args, { store }) => store.state,
    node: (_root, args: { id: string }, context) => findNode(args.id, context),
    nodes: (_root, args: { ids: string[] }, context) => args.ids.map((id) => findNode(id, context)),
    order: (_root, args: { id: string }, context) =>
      kindOf(args.id) === 'Order' ? findNode(args.id, context) : null,
    orderByIdentifier: (_root, args: { identifier: { id?: string } }, context) =>
      args.identifier.id ? findNode(args.identifier.id, context) : null,
    orders: (_root, args: Search, context) => {
      const found = searchOrders([...context.store.state.orders.values()], args.query, context);
      return connection(sortOrders(found, args.sortKey), args);
    },
    ordersCount: (_root, args: { query?: string | null; limit?: number | null }, context) => {
      const all = [...context.store.state.orders.values()];
      const count = searchOrders(all, args.query, context).length;
      const limit = args.limit ?? 10_000;
      return count > limit
        ? { count: limit, precision: 'AT_LEAST' }
        : { count, precision: 'EXACT' };
    },
    fulfillmentOrder: (_root, args: { id: string }, { store }) =>
      findFulfillmentOrder(store.state, args.id)?.each ?? null,
    customer: (_root, args: { id: string }, { store }) =>
      store.state.customers.get(args.id) ?? null,
    product: (_root, args: { id: string }, { store }) => store.state.tagged.get(args.id) ?? null,
    article: (_root, args: { id: string }, { store }) => store.state.tagged.get(args.id) ?? null,
    draftOrder: (_root, args: { id: string }, { store }) => store.state.tagged.get(args.id) ?? null,
    job: (_root, args: { id: string }, { store }) => {
      const job = store.state.jobs.get(legacyId(args.id));
      if (!job) return null;
      return { id: job.gid, done: pollJob(store, job).status !== 'STARTED' };
    },
    location: (_root, args: { id?: string | null }, { store }) =>
      (args.id ? locationOf(store.state, args.id) : store.state.locations[0]) ?? null,
    locations: (_root, args: PageArgs, { store }) => connection(store.state.locations, args),
    locationsAvailableForDeliveryProfilesConnection: (_root, args: PageArgs, { store }) =>
      connection(store.state.locations, args),
    disputes: (_root, args: PageArgs, { store }) => connection(store.state.disputes, args),
    shopifyFunctions: (_root, args: PageArgs & { apiType?: string | null }, { store }) =>
      connection(
        store.state.functions
          .filter((each) => args.apiType == null || each.apiType === args.apiType)
          .map((each) => ({ ...each, gid: each.id })),
        args,
      ),
    shopifyFunction: (_root, args: { id: string }, { store }) =>
      store.state.functions.find((each) => each.id === args.id) ?? null,
    paymentCustomization: (_root, args: { id: string }, { store }) =>
      store.state.paymentCustomizations.get(args.id) ?? null,
    paymentCustomizations: (_root, args: PageArgs, { store }) =>
      connection([...store.state.paymentCustomizations.values()], args),
    validation: (_root, args: { id: string }, { store }) =>
      store.state.validations.get(args.id) ?? null,
    validations: (_root, args: PageArgs, { store }) =>
      connection([...store.state.validations.values()], args),
    cartTransforms: (_root, args: PageArgs) => emptyConnection(args),
  }),
  OrderCancelJobResult: fields<ReturnType<typeof cancelJobResult>>({
    order: (result, _args, { store }) => store.state.orders.get(result.orderGid) ?? null,
  }),
};
