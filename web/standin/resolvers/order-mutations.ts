import { cancelOrder } from '../cancel.ts';
import { touch } from '../changes.ts';
import { createOrder, type OrderCreateInput } from '../create-order.ts';
import { kindOf } from '../ids.ts';
import { markAsPaid } from '../payments.ts';
import { fullAddress } from '../place-order.ts';
import { assessByApp } from '../risk.ts';
import type { Address, Order } from '../state.ts';
import { addTags, longestTag, normalizeTags, removeTags } from '../tags.ts';
import { done, type Outcome, refuse } from '../user-error.ts';
import { cancelJobResult } from './query-root.ts';
import { payload, refusal, resourceNotFound, withoutCode } from './refusal.ts';
import { type Context, fields } from './types.ts';

interface OrderInput {
  readonly id: string;
  readonly tags?: string[] | null;
  readonly note?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly shippingAddress?: Partial<Address> | null;
  readonly customAttributes?: { key: string; value: string }[] | null;
}

const mostTagsInInput = 250;

/** Tags live on orders and customers here; other kinds that Shopify tags are not modelled. */
function changeTags(
  args: { id: string; tags: string[] },
  { store }: Context,
  change: 'add' | 'remove',
) {
  if (args.tags.length > mostTagsInInput) {
    throw refusal(
      `The input array size of ${args.tags.length} is greater than the maximum allowed of ${mostTagsInInput}.`,
      'MAX_INPUT_SIZE_EXCEEDED',
    );
  }
  const kind = kindOf(args.id);
  if (kind !== 'Order' && kind !== 'Customer') throw resourceNotFound();
  const customer = store.state.customers.get(args.id);
  if (customer) {
    const gone = new Set(args.tags.map((tag) => tag.toLowerCase()));
    customer.tags =
      change === 'add'
        ? normalizeTags([...customer.tags, ...args.tags])
        : customer.tags.filter((tag) => !gone.has(tag.toLowerCase()));
    return { node: customer, userErrors: [] };
  }
  const order = store.state.orders.get(args.id);
  if (!order) {
    return { node: null, userErrors: [{ field: ['id'], message: `${kind} does not exist` }] };
  }
  const long = change === 'add' && normalizeTags(args.tags).some((tag) => tag.length > longestTag);
  if (long) {
    const message = `Title Tag exceeds the maximum length of ${longestTag} characters`;
    return { node: null, userErrors: [{ field: ['tags'], message }] };
  }
  (change === 'add' ? addTags : removeTags)(store, order, args.tags);
  return { node: order, userErrors: [] };
}

function updateOrder(input: OrderInput, { store }: Context): Outcome<Order> {
  const order = store.state.orders.get(input.id);
  if (!order) return refuse(['id'], 'Order does not exist');
  if ((input.note ?? '').length > 5000) {
    return refuse(['note'], 'Note is too long (maximum is 5000 characters)');
  }
  if (input.tags != null) order.tags = normalizeTags(input.tags);
  if (input.note !== undefined) order.note = input.note;
  if (input.email !== undefined) order.email = input.email;
  if (input.phone !== undefined) order.phone = input.phone;
  if (input.shippingAddress) order.shippingAddress = fullAddress(input.shippingAddress);
  if (input.customAttributes) order.attributes = input.customAttributes;
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
  tagsAdd: (_root, args: { id: string; tags: string[] }, context) =>
    changeTags(args, context, 'add'),
  tagsRemove: (_root, args: { id: string; tags: string[] }, context) =>
    changeTags(args, context, 'remove'),
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
