/** An order as Shopify answers it: the plain JSON, before anything of ours has read it. */
export function orderAnswer(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 'gid://shopify/Order/820982911946154508',
    name: '#1001',
    createdAt: '2026-11-22T03:00:00Z',
    updatedAt: '2026-11-22T03:00:05Z',
    test: false,
    sourceName: 'web',
    cancelledAt: null,
    closedAt: null,
    displayFinancialStatus: 'AUTHORIZED',
    displayFulfillmentStatus: 'UNFULFILLED',
    tags: ['vip'],
    email: 'reidai.hanako@example.jp',
    phone: null,
    note: '玄関先に置いてください',
    clientIp: '192.0.2.7',
    paymentGatewayNames: ['shopify_payments'],
    customAttributes: [{ key: 'ふりがな', value: 'れいだい はなこ' }],
    totalPriceSet: { shopMoney: { amount: '12800.0', currencyCode: 'JPY' } },
    customer: {
      id: 'gid://shopify/Customer/115310627314723954',
      numberOfOrders: '3',
      createdAt: '2025-04-01T00:00:00Z',
    },
    shippingAddress: addressAnswer(),
    billingAddress: addressAnswer({ address2: null, phone: null }),
    lineItems: {
      nodes: [
        {
          title: 'ドリップバッグ',
          quantity: 2,
          isGiftCard: false,
          originalUnitPriceSet: { shopMoney: { amount: '6400.0', currencyCode: 'JPY' } },
        },
      ],
    },
    transactions: [transactionAnswer()],
    risk: { assessments: [{ riskLevel: 'MEDIUM', provider: null }] },
    fulfillmentOrders: { nodes: [fulfillmentOrderAnswer()] },
    ...change,
  };
}

export function addressAnswer(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    firstName: '花子',
    lastName: '例題',
    company: null,
    address1: '霞が関99-1-1',
    address2: '例題ビル3F',
    city: '千代田区',
    zip: '100-0013',
    provinceCode: 'JP-13',
    countryCodeV2: 'JP',
    phone: '+81312345678',
    ...change,
  };
}

export function transactionAnswer(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 'gid://shopify/OrderTransaction/11',
    kind: 'AUTHORIZATION',
    status: 'SUCCESS',
    gateway: 'shopify_payments',
    formattedGateway: 'Shopify Payments',
    manualPaymentGateway: false,
    errorCode: null,
    createdAt: '2026-11-22T03:00:01Z',
    amountSet: { shopMoney: { amount: '12800.0', currencyCode: 'JPY' } },
    parentTransaction: null,
    paymentDetails: cardAnswer(),
    ...change,
  };
}

export function cardAnswer(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    __typename: 'CardPaymentDetails',
    name: 'HANAKO REIDAI',
    cvvResultCode: 'M',
    avsResultCode: 'U',
    bin: '411111',
    number: '•••• •••• •••• 1111',
    expirationMonth: 4,
    expirationYear: 2029,
    wallet: null,
    ...change,
  };
}

export function fulfillmentOrderAnswer(
  change: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    id: 'gid://shopify/FulfillmentOrder/21',
    status: 'OPEN',
    requestStatus: 'UNSUBMITTED',
    supportedActions: [{ action: 'CREATE_FULFILLMENT' }, { action: 'HOLD' }],
    fulfillmentHolds: [],
    ...change,
  };
}

/** Every place where Shopify's schema allows null, nulled. */
export const nulledFields = {
  sourceName: null,
  displayFinancialStatus: null,
  email: null,
  phone: null,
  note: null,
  clientIp: null,
  customAttributes: [{ key: 'a', value: null }],
  customer: null,
  shippingAddress: null,
  billingAddress: null,
  transactions: [
    transactionAnswer({
      gateway: null,
      formattedGateway: null,
      errorCode: null,
      parentTransaction: null,
      paymentDetails: null,
    }),
  ],
  risk: { assessments: [] },
  lineItems: { nodes: [] },
  fulfillmentOrders: { nodes: [] },
  paymentGatewayNames: [],
};
