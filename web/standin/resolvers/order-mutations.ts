import { cancelOrder } from '../cancel.ts';
import { touch } from '../changes.ts';
import { createOrder, type OrderCreateInput } from '../create-order.ts';
import { markAsPaid } from '../payments.ts';
import { fullAddress } from '../place-order.ts';
import { assessByApp } from '../risk.ts';
import type { Address, Order } from '../state.ts';
import { normalizeTags } from '../tags.ts';
import { done, type Outcome, refuse } from '../user-error.ts';
import { type MetafieldInput, writeMetafield } from './metafield-mutations.ts';
import { cancelJobResult } from './query-root.ts';
import { payload, refusal, withoutCode } from './refusal.ts';
import { type Context, fields } from './types.ts';

interface OrderInput {
  readonly id: string;
  readonly tags?: string[] | null;
  readonly note?: string | null;
  readonly poNumber?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly shippingAddress?: Partial<Address> | null;
  readonly customAttributes?: { key: string; value: string }[] | null;
  readonly metafields?: MetafieldInput[] | null;
}

function updateOrder(input: OrderInput, { store }: Context): Outcome<Order> {
  const order = store.state.orders.get(input.id);
  if (!order) return refuse(['id'], 'Order does not exist');
  if ((input.note ?? '').length > 5000) {
    return refuse(['note'], 'Note is too long (maximum is 5000 characters)');
  }
  if (input.tags != null) order.tags = normalizeTags(input.tags);
  if (input.note !== undefined) order.note = input.note;
  if (input.poNumber !== undefined) order.poNumber = input.poNumber;
  if (input.email !== undefined) order.email = input.email;
  if (input.phone !== undefined) order.phone = input.phone;
  if (input.shippingAddress) order.shippingAddress = fullAddress(input.shippingAddress);
  if (input.customAttributes) order.attributes = input.customAttributes;
  for (const metafield of input.metafields ?? []) writeMetafield(store, order.gid, metafield);
  touch(store, order);
  return done(order);
}

/** Closing a closed order and opening an open one are answered as if they had been done. */
function setClosed(id: string, closed: boolean, { store }: Context) {
  const order = store.state.orders.get(id);
  if (!order) return { order: null, ...failure(['id'], 'Order does not exist') };
  if ((order.closedAt !== null) !== closed) {
    order.closedAt = closed ? store.now() : null;
    touch(store, order);
  }
  return { order, userErrors: [] };
}

const failure = (field: string[], message: string) => ({ userErrors: [{ field, message }] });

export const orderMutations = fields<unknown>({
  orderUpdate: (_root, args: { input: OrderInput }, context) =>
    payload(updateOrder(args.input, context), (order) => ({ order }), { order: null }),
  orderClose: (_root, args: { input: { id: string } }, context) =>
    setClosed(args.input.id, true, context),
  orderOpen: (_root, args: { input: { id: string } }, context) =>
    setClosed(args.input.id, false, context),
  orderMarkAsPaid: (_root, args: { input: { id: string } }, { store }) =>
    payload(markAsPaid(store, args.input.id), (order) => ({ order }), {
      order: store.state.orders.get(args.input.id) ?? null,
    }),
  orderCreate: (_root, args: { order: OrderCreateInput }, { store }) =>
    payload(createOrder(store, args.order), (order) => ({ order }), { order: null }),
  orderCancel: (_root, args: Parameters<typeof cancelOrder>[1], { store }) => {
    const outcome = cancelOrder(store, args);
    if (!outcome.ok) {
      return {
        job: null,
        jobResult: null,
        orderCancelUserErrors: outcome.errors,
        userErrors: withoutCode(outcome.errors),
      };
    }
    const started = { ...outcome.value, status: 'STARTED' as const };
    return {
      job: { id: outcome.value.gid, done: false },
      jobResult: cancelJobResult(started),
      orderCancelUserErrors: [],
      userErrors: [],
    };
  },
  orderRiskAssessmentCreate: (
    _root,
    args: { orderRiskAssessmentInput: Parameters<typeof assessByApp>[1] },
    { store, online },
  ) => {
    if (online) {
      throw refusal(
        'Access denied for orderRiskAssessmentCreate field. Required access: offline access token.',
        'ACCESS_DENIED',
      );
    }
    return payload(
      assessByApp(store, args.orderRiskAssessmentInput),
      (orderRiskAssessment) => ({ orderRiskAssessment }),
      { orderRiskAssessment: null },
    );
  },
});
