import { describe, expect, it } from 'vitest';
import { type OrderNode, orderNode } from '../../web/shopify/operations/order-fields.ts';
import { toOrderFacts } from '../../web/shopify/order-facts.ts';
import { cardAnswer, nulledFields, orderAnswer, transactionAnswer } from './order-node.fixture.ts';

const node = (change: Record<string, unknown> = {}): OrderNode =>
  orderNode.parse(orderAnswer(change));
const facts = (change: Record<string, unknown> = {}) => toOrderFacts(node(change));
const card = (...transactions: Record<string, unknown>[]) => facts({ transactions }).card;

const failed = (change: Record<string, unknown> = {}) =>
  transactionAnswer({ status: 'FAILURE', createdAt: '2026-11-22T02:59:00Z', ...change });

const cod = transactionAnswer({
  kind: 'SALE',
  status: 'PENDING',
  gateway: '代金引換',
  formattedGateway: '代金引換',
  manualPaymentGateway: true,
  paymentDetails: null,
});

describe('the facts of an order', () => {
  it('are what Shopify told, names and addresses as they were typed', () => {
    expect(facts()).toEqual({
      id: '820982911946154508',
      createdAt: '2026-11-22T03:00:00Z',
      gateway: 'Shopify Payments',
      manualGateway: false,
      email: 'reidai.hanako@example.jp',
      phone: null,
      note: '玄関先に置いてください',
      clientIp: '192.0.2.7',
      attributes: [{ key: 'ふりがな', value: 'れいだい はなこ' }],
      shipping: {
        firstName: '花子',
        lastName: '例題',
        company: null,
        address1: '霞が関99-1-1',
        address2: '例題ビル3F',
        city: '千代田区',
        zip: '100-0013',
        provinceCode: 'JP-13',
        countryCode: 'JP',
        phone: '+81312345678',
      },
      billing: expect.objectContaining({ address2: null, phone: null }),
      total: 12800,
      currency: 'JPY',
      paid: false,
      items: [{ title: 'ドリップバッグ', price: 6400, quantity: 2, isGiftCard: false }],
      card: {
        name: 'HANAKO REIDAI',
        cvv: 'M',
        avs: 'U',
        bin: '411111',
        last4: '1111',
        expiry: '2029-04',
        wallet: null,
        failedAttempts: 0,
        errorCodes: [],
        threeDS: undefined,
      },
      shopifyRisk: 'MEDIUM',
    });
  });

  it('survive every null that Shopify allows, and call unknown what was not told', () => {
    expect(facts(nulledFields)).toMatchObject({
      gateway: undefined,
      email: null,
      clientIp: null,
      attributes: [{ key: 'a', value: null }],
      shipping: null,
      paid: undefined,
      items: [],
      card: undefined,
      shopifyRisk: undefined,
    });
  });

  it('survive fields that are denied to the app', () => {
    const { email, clientIp, customer, lineItems, risk, ...rest } = orderAnswer();
    expect([email, clientIp, customer, lineItems, risk]).not.toContain(undefined);
    const denied = toOrderFacts(orderNode.parse(rest));
    expect(denied).toMatchObject({ id: '820982911946154508', total: 12800 });
    expect(denied.email).toBeUndefined();
    expect(denied.clientIp).toBeUndefined();
    expect(denied.items).toBeUndefined();
    expect(denied.shopifyRisk).toBeUndefined();
  });

  it.each([
    ['PAID', true],
    ['PARTIALLY_REFUNDED', true],
    ['PENDING', false],
    ['AUTHORIZED', false],
    ['VOIDED', false],
    [null, undefined],
  ])('say of financial status %s that the money arrived: %s', (displayFinancialStatus, paid) => {
    expect(facts({ displayFinancialStatus }).paid).toBe(paid);
  });

  it('take Shopify’s own risk level only', () => {
    const assessments = [
      { riskLevel: 'HIGH', provider: { id: 'gid://shopify/App/1' } },
      { riskLevel: 'LOW', provider: null },
    ];
    expect(facts({ risk: { assessments } }).shopifyRisk).toBe('LOW');
    expect(facts({ risk: { assessments: assessments.slice(0, 1) } }).shopifyRisk).toBeUndefined();
    const untold = [{ riskLevel: 'HIGH' }];
    expect(facts({ risk: { assessments: untold } }).shopifyRisk).toBeUndefined();
    const pending = [{ riskLevel: 'PENDING', provider: null }];
    expect(facts({ risk: { assessments: pending } }).shopifyRisk).toBeUndefined();
  });
});

describe('the payment method', () => {
  it('is the name that the merchant typed', () => {
    const order = { transactions: [cod], paymentGatewayNames: ['代金引換'] };
    expect(facts(order)).toMatchObject({ gateway: '代金引換', manualGateway: true, card: null });
  });

  it('joins several, a gift card among them, and leaves failed attempts out', () => {
    const giftCard = transactionAnswer({
      kind: 'SALE',
      formattedGateway: 'Gift card',
      paymentDetails: null,
    });
    const transactions = [failed({ formattedGateway: 'PayPal' }), giftCard, transactionAnswer()];
    expect(facts({ transactions }).gateway).toBe('Gift card / Shopify Payments');
  });

  it('falls back to what the order lists', () => {
    expect(facts({ transactions: [], paymentGatewayNames: ['銀行振込'] })).toMatchObject({
      gateway: '銀行振込',
      manualGateway: undefined,
    });
  });

  it('is none for a free order and unknown for any other without one', () => {
    const empty = { transactions: [], paymentGatewayNames: [] };
    const free = { totalPriceSet: { shopMoney: { amount: '0.0', currencyCode: 'JPY' } } };
    expect(facts({ ...empty, ...free }).gateway).toBeNull();
    expect(facts(empty).gateway).toBeUndefined();
  });
});

describe('the card', () => {
  it('has an empty security code where the gateway gave none', () => {
    for (const cvvResultCode of [null, '']) {
      expect(card(transactionAnswer({ paymentDetails: cardAnswer({ cvvResultCode }) }))?.cvv).toBe(
        '',
      );
    }
  });

  it('names the wallet, which never sends a code', () => {
    const details = cardAnswer({ wallet: 'APPLE_PAY', cvvResultCode: null, name: null });
    expect(card(transactionAnswer({ paymentDetails: details }))).toMatchObject({
      wallet: 'APPLE_PAY',
      cvv: '',
      name: null,
    });
  });

  it('is that of the latest payment that went through, with the attempts before it', () => {
    const before = failed({
      errorCode: 'INCORRECT_CVC',
      paymentDetails: cardAnswer({ bin: '555555', cvvResultCode: 'N' }),
    });
    expect(card(transactionAnswer(), before, failed({ errorCode: 'CARD_DECLINED' }))).toMatchObject(
      {
        bin: '411111',
        cvv: 'M',
        failedAttempts: 2,
        errorCodes: ['INCORRECT_CVC', 'CARD_DECLINED'],
        threeDS: undefined,
      },
    );
  });

  it('is that of the failed attempt where nothing went through', () => {
    expect(card(failed({ paymentDetails: cardAnswer({ cvvResultCode: 'N' }) }))).toMatchObject({
      cvv: 'N',
      failedAttempts: 1,
    });
  });

  it.each(['AUTHENTICATION_FAILED', 'AUTHENTICATION_REQUIRED'])(
    'was not authenticated where an attempt ended in %s',
    (errorCode) => {
      expect(card(failed({ errorCode }), transactionAnswer())?.threeDS).toBe('none');
    },
  );

  it('is not that of a later capture, which carries none', () => {
    const capture = transactionAnswer({
      kind: 'CAPTURE',
      paymentDetails: null,
      createdAt: '2026-11-23T00:00:00Z',
    });
    expect(card(transactionAnswer(), capture)?.bin).toBe('411111');
  });

  it('is none for another kind of payment and unknown for a gateway that tells nothing', () => {
    const konbini = { __typename: 'LocalPaymentMethodsPaymentDetails' };
    expect(card(transactionAnswer({ paymentDetails: konbini }))).toBeNull();
    const unheardOf = { __typename: 'MoonPaymentDetails' };
    expect(card(transactionAnswer({ paymentDetails: unheardOf }))).toBeNull();
    expect(card(cod)).toBeNull();
    expect(card(transactionAnswer({ paymentDetails: null }))).toBeUndefined();
    const { paymentDetails, ...denied } = transactionAnswer();
    expect(paymentDetails).toBeDefined();
    expect(card(denied)).toBeUndefined();
  });
});
