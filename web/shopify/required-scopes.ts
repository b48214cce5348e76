/**
 * Access scopes that the operations in this room and the subscriptions use. shopify.app.toml must ask for each of them (a test
 * compares); one that a merchant has not granted is learned from Shopify's refusal, never pre-checked.
 */
export const requiredScopes = [
  'read_orders',
  'write_orders',
  'read_customers',
  'read_merchant_managed_fulfillment_orders',
  'write_merchant_managed_fulfillment_orders',
  'read_third_party_fulfillment_orders',
  'write_third_party_fulfillment_orders',
  'read_shopify_payments_disputes',
  'read_payment_customizations',
  'write_payment_customizations',
  'read_validations',
  'write_validations',
] as const;
