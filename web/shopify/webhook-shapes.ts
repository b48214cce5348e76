import { z } from 'zod';

/**
 * Shapes of webhook bodies (Shopify's REST names). A field of an unexpected type becomes unknown
 * instead of spoiling the webhook: what matters is re-read by GraphQL anyway.
 */
const lenient = <T extends z.ZodType>(type: T) => type.nullish().catch(undefined);

export const text = lenient(z.string());
const flag = lenient(z.boolean());

/** Digits; numbers beyond 2^53 arrive as text (lossless-json.ts). */
const digits = /^\d{1,20}$/;
export const numericId = z
  .union([z.number().int().nonnegative(), z.string().regex(digits)])
  .transform(String)
  .refine((id) => digits.test(id))
  .nullish()
  .catch(undefined);

const number = lenient(z.union([z.number(), z.string().min(1)]).pipe(z.coerce.number()));

/** One odd entry is left out, the others stay. */
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(z.unknown())
    .transform((entries) =>
      entries.flatMap((entry): z.output<T>[] => {
        const parsed = item.safeParse(entry);
        return parsed.success ? [parsed.data] : [];
      }),
    )
    .nullish()
    .catch(undefined);

const address = z.object({
  first_name: text,
  last_name: text,
  company: text,
  address1: text,
  address2: text,
  city: text,
  zip: text,
  province_code: text,
  country_code: text,
  phone: text,
});
export type AddressBody = z.infer<typeof address>;

export const orderBody = z.object({
  id: numericId,
  admin_graphql_api_id: text,
  created_at: text,
  updated_at: text,
  cancelled_at: text,
  closed_at: text,
  cancel_reason: text,
  financial_status: text,
  fulfillment_status: text,
  fulfillments: listOf(
    z.object({ status: text, tracking_number: text, tracking_numbers: listOf(z.string()) }),
  ),
  test: flag,
  tags: text,
  email: text,
  phone: text,
  note: text,
  browser_ip: text,
  client_details: lenient(z.object({ browser_ip: text })),
  currency: text,
  total_price: number,
  payment_gateway_names: listOf(z.string()),
  note_attributes: listOf(
    z.object({ name: z.string(), value: lenient(z.union([z.string(), z.number(), z.boolean()])) }),
  ),
  line_items: listOf(
    z.object({ title: z.string(), price: number, quantity: z.number(), gift_card: flag }),
  ),
  shipping_address: lenient(address),
  billing_address: lenient(address),
});
export type OrderBody = z.infer<typeof orderBody>;

export const transactionBody = z.object({
  id: numericId,
  admin_graphql_api_id: text,
  order_id: numericId,
  kind: text,
  status: text,
  amount: number,
  currency: text,
  parent_id: numericId,
  gateway: text,
  manual_payment_gateway: flag,
  created_at: text,
  authorization_expires_at: text,
  error_code: text,
  payment_details: lenient(
    z.object({
      credit_card_bin: text,
      credit_card_number: text,
      credit_card_company: text,
      credit_card_name: text,
      credit_card_wallet: text,
      cvv_result_code: text,
      avs_result_code: text,
    }),
  ),
});
export type TransactionBody = z.infer<typeof transactionBody>;

export const riskBody = z.object({
  provider_id: lenient(z.union([z.string(), z.number()])),
  provider_title: text,
  risk_level: text,
  order_id: numericId,
  admin_graphql_api_order_id: text,
});

export const disputeBody = z.object({
  id: numericId,
  order_id: numericId,
  type: text,
  status: text,
  amount: number,
  currency: text,
  reason: text,
  evidence_due_by: text,
  initiated_at: text,
});
export type DisputeBody = z.infer<typeof disputeBody>;

export const shopBody = z.object({ iana_timezone: text, currency: text });
export const scopesBody = z.object({ current: listOf(z.string()) });

export const complianceBody = z.object({
  customer: lenient(z.object({ id: numericId, email: text, phone: text })),
  orders_requested: listOf(numericId),
  orders_to_redact: listOf(numericId),
});
