import type { TransactionSnapshot } from '../usecases/judging/order-snapshot.ts';
import {
  type CancelRequest,
  GatewayFault,
  type GatewayRefusal,
  type ShopifyPort,
} from '../usecases/ports/shopify-port.ts';
import type { AdminClient } from './client.ts';
import { cut } from './effect-fields.ts';
import { cancelOrder as cancelRequest } from './operations/cancel-order.ts';
import { captureAuthorization } from './operations/capture-authorization.ts';
import { readAuthorization } from './operations/read-authorization.ts';
import { readCancellation } from './operations/read-cancellation.ts';
import { readPaymentLink } from './operations/read-payment-link.ts';
import { voidAuthorization as voidRequest } from './operations/void-authorization.ts';
import { cancelRefusal, doneOrRefusal, payloadOrRefusal } from './refusals.ts';

type MoneyPort = Pick<
  ShopifyPort,
  'cancelOrder' | 'cancelProgress' | 'voidAuthorization' | 'capture' | 'paymentLink'
>;

type Money = TransactionSnapshot['amount'];

const longestStaffNote = 255;

/** What moves money: always a person's decision, hence `staff`, and never tried twice by itself. */
export function createMoneyGateway(client: AdminClient): MoneyPort {
  async function cancelOrder(shop: string, request: CancelRequest) {
    const sent = cancelRequest({
      orderId: request.orderGid,
      reason: request.reason,
      restock: request.restock,
      notifyCustomer: request.notifyCustomer,
      refundMethod: request.refund ? { originalPaymentMethodsRefund: true } : null,
      staffNote: request.staffNote === null ? null : cut(request.staffNote, longestStaffNote),
    });
    const { data, errors } = await client.run(shop, sent, 'staff');
    const answer = payloadOrRefusal(sent, data.orderCancel, errors);
    if (!answer.ok) return answer;
    const refusal = cancelRefusal(answer.payload.orderCancelUserErrors);
    if (refusal !== null) return refusal;
    const jobId = answer.payload.jobResult?.id ?? answer.payload.job?.id;
    if (jobId === undefined) throw new GatewayFault('outcome-unknown', 'CancelOrder: no job');
    return { ok: true as const, jobId };
  }

  async function cancelProgress(shop: string, jobId: string, order: string) {
    const { data } = await client.run(shop, readCancellation(jobId, order), 'staff');
    const job = data.node ?? data.job ?? null;
    const cancelledAt = data.order?.cancelledAt ?? null;
    /* A job that Shopify has forgotten is told by the order alone. */
    const done = job === null ? cancelledAt !== null || data.order === null : job.done;
    if (!done) return { done: false as const };
    const message = data.node?.errors[0]?.message;
    const end = { done: true as const, cancelledAt };
    return message === undefined ? end : { ...end, message };
  }

  async function voidAuthorization(shop: string, transaction: string) {
    const sent = voidRequest(transaction);
    const { data, errors } = await client.run(shop, sent, 'staff');
    return doneOrRefusal(sent, data.transactionVoid, errors);
  }

  /** Shopify captures in the currency that the buyer paid in; a part of a foreign amount is not guessed. */
  async function capture(shop: string, order: string, transaction: string, amount: Money) {
    const { data: before } = await client.run(shop, readAuthorization(transaction), 'staff');
    const paid = before.node && inBuyersCurrency(before.node.amountSet, amount);
    if (!paid) return notCapturable(before.node === null);
    const sent = captureAuthorization({
      id: order,
      parentTransactionId: transaction,
      amount: String(paid.amount),
      currency: paid.currency,
    });
    const { data, errors } = await client.run(shop, sent, 'staff');
    return doneOrRefusal(sent, data.orderCapture, errors);
  }

  async function paymentLink(shop: string, order: string) {
    const { data } = await client.run(shop, readPaymentLink(order), 'staff');
    return data.order?.paymentCollectionDetails?.additionalPaymentCollectionUrl ?? null;
  }

  return { cancelOrder, cancelProgress, voidAuthorization, capture, paymentLink };
}

function inBuyersCurrency(
  authorized: { shopMoney: Money; presentmentMoney: Money },
  amount: Money,
): Money | null {
  const { shopMoney, presentmentMoney } = authorized;
  if (amount.currency === presentmentMoney.currency) return amount;
  const isWhole = amount.currency === shopMoney.currency && amount.amount === shopMoney.amount;
  return isWhole ? presentmentMoney : null;
}

function notCapturable(isGone: boolean): GatewayRefusal {
  return isGone
    ? { ok: false, code: 'TRANSACTION_NOT_FOUND', message: 'Transaction does not exist' }
    : {
        ok: false,
        code: 'currency-mismatch',
        message: 'Only the whole amount can be captured in a currency other than the shop’s.',
      };
}
