/**
 * The one place that touches `window.shopify`, the object that Shopify's App Bridge script puts into
 * the page. Outside of Shopify admin it is missing: then calls go out without a token and the server's
 * 401 tells the reader to open the app from Shopify admin.
 */
import type { ShopifyGlobal, ToastOptions } from '@shopify/app-bridge-types';

function bridge(): ShopifyGlobal | undefined {
  return (window as { shopify?: ShopifyGlobal }).shopify;
}

/** App Bridge's own fetch adds this header too; ours makes the app work where that is switched off. */
export async function authorization(): Promise<Record<string, string>> {
  const shopify = bridge();
  if (shopify === undefined) return {};
  return { Authorization: `Bearer ${await shopify.idToken()}` };
}

/** Answers the toast's id, for `hideToast`. */
export function showToast(message: string, options: ToastOptions = {}): string | undefined {
  return bridge()?.toast.show(message, options);
}

export function hideToast(id: string): void {
  bridge()?.toast.hide(id);
}

export function showSaveBar(id: string): void {
  void bridge()?.saveBar.show(id);
}

export function hideSaveBar(id: string): void {
  void bridge()?.saveBar.hide(id);
}

/** Resolves when the reader agrees to lose unsaved changes, or when there are none. */
export async function confirmLeaving(): Promise<void> {
  await bridge()?.saveBar.leaveConfirmation();
}
