import { z } from 'zod';
import { fulfillmentOrderConnection, fulfillmentOrderFields } from './fulfillment-order-fields.ts';
import { lineItemConnection, lineItemFields } from './line-item-fields.ts';
import { shopMoney } from './request.ts';

/** Everything that a judgement and a snapshot of one order need; shared by the one and the many. */
export const orderFields = `
fragment OrderFields on Order {
  id name createdAt updatedAt test sourceName cancelledAt cancelReason closedAt
  displayFinancialStatus displayFulfillmentStatus tags
  email phone note clientIp customerLocale paymentGatewayNames
  customAttributes { key value }
  totalPriceSet { shopMoney { amount currencyCode } }
  customer { id numberOfOrders createdAt }
  shippingAddress { ...AddressFields }
  billingAddress { ...AddressFields }
  lineItems(first: 50) { ...LineItemFields }
  transactions(first: 50) {
    id kind status gateway formattedGateway manualPaymentGateway errorCode createdAt
    amountSet { shopMoney { amount currencyCode } }
    parentTransaction { id }
    paymentDetails {
      __typename
      ... on CardPaymentDetails {
        name cvvResultCode avsResultCode bin number expirationMonth expirationYear wallet
      }
    }
  }
  risk { assessments { riskLevel provider { id } } }
  disputes { id initiatedAs status }
  ...FulfillmentOrderFields
}
fragment AddressFields on MailingAddress {
  firstName lastName company address1 address2 city zip provinceCode countryCodeV2 phone
}
${lineItemFields}
${fulfillmentOrderFields}`;

/** Shopify allows null and, where a field is denied, the key is taken out: absent means unknown. */
const text = z.string().nullish();

const address = z.object({
  firstName: text,
  lastName: text,
  company: text,
  address1: text,
  address2: text,
  city: text,
  zip: text,
  provinceCode: text,
  countryCodeV2: text,
  phone: text,
});
export type AddressNode = z.infer<typeof address>;

const cardDetails = z.object({
  __typename: z.literal('CardPaymentDetails'),
  name: text,
  cvvResultCode: text,
  avsResultCode: text,
  bin: text,
  number: text,
  expirationMonth: z.number().nullish(),
  expirationYear: z.number().nullish(),
  wallet: text,
});

/** Konbini, PayPal, instalments and whatever Shopify adds: all that counts is that it is no card. */
const otherDetails = z
  .object({ __typename: z.string().refine((name) => name !== 'CardPaymentDetails') })
  .transform(() => ({ __typename: 'OtherPaymentDetails' as const }));

const paymentDetails = z.union([cardDetails, otherDetails]);
export type PaymentDetailsNode = z.infer<typeof paymentDetails>;

const transaction = z.object({
  id: z.string(),
  kind: z.string(),
  status: z.string(),
  gateway: text,
  formattedGateway: text,
  manualPaymentGateway: z.boolean(),
  errorCode: text,
  createdAt: z.string(),
  amountSet: shopMoney,
  parentTransaction: z.object({ id: z.string() }).nullish(),
  paymentDetails: paymentDetails.nullish(),
});
export type TransactionNode = z.infer<typeof transaction>;

const riskSummary = z.object({
  assessments: z.array(
    z.object({ riskLevel: z.string(), provider: z.object({ id: z.string() }).nullish() }),
  ),
});

/** OrderDisputeSummary: needs read_orders only, unlike the dispute itself. */
const dispute = z.object({ id: z.string(), initiatedAs: z.string(), status: z.string() });

/**
 * Money, shipment and tags must be there, or the answer is refused: an order read without its
 * transactions would look as if there were nothing to void. What the buyer told may be missing.
 */
export const orderNode = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  test: z.boolean(),
  sourceName: text,
  cancelledAt: z.string().nullable(),
  cancelReason: text,
  closedAt: z.string().nullable(),
  displayFinancialStatus: z.string().nullable(),
  displayFulfillmentStatus: z.string(),
  tags: z.array(z.string()),
  email: text,
  phone: text,
  note: text,
  clientIp: text,
  customerLocale: text,
  paymentGatewayNames: z.array(z.string()),
  customAttributes: z.array(z.object({ key: z.string(), value: text })).optional(),
  totalPriceSet: shopMoney,
  customer: z
    .object({
      id: z.string(),
      numberOfOrders: z.union([z.string(), z.number()]).nullish(),
      createdAt: text,
    })
    .nullish(),
  shippingAddress: address.nullish(),
  billingAddress: address.nullish(),
  lineItems: lineItemConnection.optional(),
  transactions: z.array(transaction),
  risk: riskSummary.optional(),
  disputes: z.array(dispute).optional(),
  fulfillmentOrders: fulfillmentOrderConnection,
});
export type OrderNode = z.infer<typeof orderNode>;
