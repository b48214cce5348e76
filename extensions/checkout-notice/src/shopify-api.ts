import type { Api as OrderStatusApi } from '@shopify/ui-extensions/customer-account.order-status.block.render';
import type { Api as CheckoutApi } from '@shopify/ui-extensions/purchase.checkout.block.render';
import type { Api as ThankYouApi } from '@shopify/ui-extensions/purchase.thank-you.block.render';

/** What all three targets give. */
type NoticeApi = CheckoutApi | OrderStatusApi | ThankYouApi;

/**
 * The `shopify` that Shopify puts into the extension's global scope. The library declares that name
 * with the type of older versions, so it is read as a property.
 */
export function shopifyApi(): NoticeApi {
  return Reflect.get(globalThis, 'shopify');
}
