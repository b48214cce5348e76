import type { GraphQLResolveInfo } from 'graphql';
import { type CaptureRequest, capture, voidAuthorization } from '../payments.ts';
import { createRefund, type RefundRequest } from '../refunds.ts';
import { payload, refusal, withoutCode } from './refusal.ts';
import { type Context, fields } from './types.ts';

/** The key of `@idempotent(key:)` on the field, or undefined where the directive is missing. */
function idempotencyKey(info: GraphQLResolveInfo): string | undefined {
  const directive = info.fieldNodes[0]?.directives?.find(({ name }) => name.value === 'idempotent');
  const value = directive?.arguments?.find(({ name }) => name.value === 'key')?.value;
  if (value?.kind === 'StringValue') return value.value;
  return value?.kind === 'Variable' ? String(info.variableValues[value.name.value]) : undefined;
}

const requiredSince = '2026-04';

/** Since 2026-04 refunds are refused without the directive; the same key gives the same answer again. */
function refundOnce(
  input: RefundRequest,
  key: string | undefined,
  { store, apiVersion }: Context,
): Record<string, unknown> {
  if (key === undefined && apiVersion >= requiredSince) {
    throw refusal(
      'The @idempotent directive is required for this mutation but was not provided.',
      'BAD_REQUEST',
    );
  }
  const order = store.state.orders.get(input.orderId) ?? null;
  const before = key === undefined ? undefined : store.state.idempotent.get(key);
  if (before) return { refund: before, order, userErrors: [] };
  const outcome = createRefund(store, input);
  if (outcome.ok && key !== undefined) store.state.idempotent.set(key, outcome.value);
  return payload(outcome, (refund) => ({ refund, order }), { refund: null, order });
}

export const moneyMutations = fields<unknown>({
  transactionVoid: (_root, args: { parentTransactionId: string }, { store }) =>
    payload(
      voidAuthorization(store, args.parentTransactionId),
      (transaction) => ({ transaction }),
      { transaction: null },
    ),
  refundCreate: (_root, args: { input: RefundRequest }, context, info) =>
    refundOnce(args.input, idempotencyKey(info), context),
  orderCapture: (_root, args: { input: CaptureRequest }, { store }) => {
    const outcome = capture(store, args.input);
    return outcome.ok
      ? { transaction: outcome.value, userErrors: [] }
      : { transaction: null, userErrors: withoutCode(outcome.errors) };
  },
});
