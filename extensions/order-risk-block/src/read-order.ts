import type { OrderDetail } from '../../../web/contract/orders.ts';

/** What the app knows of an order; every way in which it can fail is a state of its own. */
export type OrderRead =
  | { readonly kind: 'judged'; readonly order: OrderDetail }
  | { readonly kind: 'not-judged' }
  /** The app does not know this person yet, or they may not see the order. */
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'failed' };

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** `gid://shopify/Order/6123` → `6123`; null where nothing is selected. */
export function orderIdOf(selected: readonly { readonly id: string }[]): string | null {
  return selected[0]?.id.match(/^gid:\/\/shopify\/Order\/(\d+)$/)?.[1] ?? null;
}

/**
 * Asks the app's own API. Shopify admin resolves the relative address against the app's URL and adds
 * the session token itself, so none is handled here.
 *
 * @param language `ja` or `en`: the reasons come in the language of the block around them
 */
export async function readOrder(
  orderId: string | null,
  language: string,
  send: Fetch,
): Promise<OrderRead> {
  if (orderId === null) return { kind: 'failed' };
  try {
    const headers = { Accept: 'application/json', 'Accept-Language': language };
    const response = await send(`/api/orders/${orderId}`, { headers });
    if (response.ok) return { kind: 'judged', order: JSON.parse(await response.text()) };
    if (response.status === 404) return { kind: 'not-judged' };
    const isUnknown = response.status === 401 || response.status === 403;
    return { kind: isUnknown ? 'sign-in' : 'failed' };
  } catch {
    // No connection, or an answer that is not JSON: either way there is nothing to show.
    return { kind: 'failed' };
  }
}
