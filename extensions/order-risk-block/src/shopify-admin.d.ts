import type { Api } from '@shopify/ui-extensions/admin.order-details.block.render';

declare global {
  /** What Shopify admin gives to an extension of this target. */
  const shopify: Api;
}
