import { describe, expect, it } from 'vitest';
import { done, gatewayBench, order, refusal } from './gateway-bench.ts';
import { cost } from './loopback-shopify.ts';
import { shop } from './memory-tokens.ts';

const { gateway, answers, answer, sent } = gatewayBench();

const yen = (amount: number) => ({ amount, currency: 'JPY' });

describe('a cancellation', () => {
  const request = {
    orderGid: order,
    reason: 'FRAUD',
    restock: true,
    refund: true,
    notifyCustomer: false,
    staffNote: 'い'.repeat(300),
  } as const;
  const job = { id: 'gid://shopify/Job/1' };
  const jobResult = { id: 'gid://shopify/OrderCancelJobResult/1' };

  it('refunds to the original payment methods and gives the job to follow', async () => {
    answers({ orderCancel: { job, jobResult, orderCancelUserErrors: [] } });
    const answer = await gateway().cancelOrder(shop, request);
    expect(answer).toEqual({ ok: true, jobId: jobResult.id });
    expect(sent().variables).toMatchObject({
      orderId: order,
      reason: 'FRAUD',
      restock: true,
      notifyCustomer: false,
      refundMethod: { originalPaymentMethodsRefund: true },
      staffNote: `${'い'.repeat(254)}…`,
    });
  });

  it('gives no money back where it is told not to', async () => {
    answers({ orderCancel: { job, jobResult: null, orderCancelUserErrors: [] } });
    const answer = await gateway().cancelOrder(shop, {
      ...request,
      refund: false,
      staffNote: null,
    });
    expect(answer).toEqual({ ok: true, jobId: job.id });
    expect(sent().variables).toMatchObject({ refundMethod: null, staffNote: null });
  });

  it.each([
    ['Cannot cancel an order that has already been canceled', 'already-cancelled'],
    ['Cancellation is already in progress', 'in-progress'],
    ['Cannot cancel an order that has outstanding fulfillments', 'outstanding-fulfillments'],
    ['Cannot cancel an order that has returns', 'has-returns'],
    ['Something else', 'INVALID'],
  ])('is refused in Shopify’s words: %s', async (message, code) => {
    const orderCancelUserErrors = [{ field: ['orderId'], message, code: 'INVALID' }];
    answers({ orderCancel: { job: null, jobResult: null, orderCancelUserErrors } });
    expect(await gateway().cancelOrder(shop, request)).toEqual({ ok: false, code, message });
  });

  it('is a fault where the scope is missing', async () => {
    const error = {
      message: 'Access denied for orderCancel field. Required access: `write_orders` access scope.',
      path: ['orderCancel'],
      extensions: { code: 'ACCESS_DENIED' },
    };
    answer({
      body: { data: { orderCancel: null }, errors: [error], extensions: cost(10) },
    });
    const work = gateway().cancelOrder(shop, request);
    await expect(work).rejects.toMatchObject({ kind: 'denied', scope: 'write_orders' });
  });

  it('is followed by its result to the end', async () => {
    const cancelledAt = '2026-11-22T03:10:00Z';
    const failure = { field: null, code: 'INTERNAL_ERROR', message: 'Gateway timed out' };
    answers(
      { node: { done: false, status: 'STARTED', errors: [] }, order: { cancelledAt: null } },
      { node: { done: true, status: 'SUCCEEDED', errors: [] }, order: { cancelledAt } },
      { node: { done: true, status: 'FAILED', errors: [failure] }, order: { cancelledAt: null } },
    );
    const port = gateway();
    const look = () => port.cancelProgress(shop, jobResult.id, order);
    expect(await look()).toEqual({ done: false });
    expect(await look()).toEqual({ done: true, cancelledAt });
    expect(await look()).toEqual({ done: true, cancelledAt: null, message: 'Gateway timed out' });
    expect(sent().variables).toMatchObject({ isResult: true, isJob: false });
  });

  it('is followed by a plain job too, and by the order where the job is forgotten', async () => {
    const cancelledAt = '2026-11-22T03:10:00Z';
    answers(
      { job: { done: true }, order: { cancelledAt } },
      { job: null, order: { cancelledAt: null } },
      { job: null, order: { cancelledAt } },
    );
    const port = gateway();
    const look = () => port.cancelProgress(shop, job.id, order);
    expect(await look()).toEqual({ done: true, cancelledAt });
    expect(await look()).toEqual({ done: false });
    expect(await look()).toEqual({ done: true, cancelledAt });
    expect(sent().variables).toMatchObject({ isResult: false, isJob: true });
  });
});

describe('money', () => {
  const authorization = 'gid://shopify/OrderTransaction/11';
  const bag = (shopAmount: string, presentment: { amount: string; currencyCode: string }) => ({
    node: {
      amountSet: {
        shopMoney: { amount: shopAmount, currencyCode: 'JPY' },
        presentmentMoney: presentment,
      },
    },
  });
  const inYen = bag('12800.0', { amount: '12800.0', currencyCode: 'JPY' });

  it('is released by a void, or refused in Shopify’s words', async () => {
    answers(
      { transactionVoid: done },
      { transactionVoid: refusal('too late', 'AUTH_NOT_VOIDABLE') },
    );
    const port = gateway();
    expect(await port.voidAuthorization(shop, authorization)).toEqual({ ok: true });
    expect(await port.voidAuthorization(shop, authorization)).toEqual({
      ok: false,
      code: 'AUTH_NOT_VOIDABLE',
      message: 'too late',
    });
  });

  it('is captured in the currency that the buyer paid in', async () => {
    const dollars = bag('12800.0', { amount: '85.1', currencyCode: 'USD' });
    answers(dollars, { orderCapture: done });
    const port = gateway();
    expect(await port.capture(shop, order, authorization, yen(12800))).toEqual({ ok: true });
    expect(sent(1).variables).toEqual({
      input: {
        id: order,
        parentTransactionId: authorization,
        amount: '85.1',
        currency: 'USD',
      },
    });
    answers(dollars);
    expect(await port.capture(shop, order, authorization, yen(100))).toMatchObject({
      ok: false,
      code: 'currency-mismatch',
    });
  });

  it('is captured in part, or refused in Shopify’s words', async () => {
    const message = 'Cannot capture more than the authorized 12800 for this payment.';
    answers(inYen, { orderCapture: done }, inYen, { orderCapture: refusal(message) });
    const port = gateway();
    expect(await port.capture(shop, order, authorization, yen(5000))).toEqual({ ok: true });
    expect(sent(1).variables).toMatchObject({ input: { amount: '5000', currency: 'JPY' } });
    expect(await port.capture(shop, order, authorization, yen(99_999))).toEqual({
      ok: false,
      code: null,
      message,
    });
  });

  it('is not captured from a transaction that is gone', async () => {
    answers({ node: null });
    expect(await gateway().capture(shop, order, authorization, yen(1))).toMatchObject({
      ok: false,
      code: 'TRANSACTION_NOT_FOUND',
    });
  });
});
