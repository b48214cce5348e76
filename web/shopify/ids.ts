/** Shopify's global ids, `gid://shopify/Order/123`, and the digits in them, which are our keys. */
const digitsAtEnd = /\/(\d+)(?:\?.*)?$/;

/** The digits of a global id; the whole id where it has none, so that a key is never empty. */
export function legacyId(gid: string): string {
  return digitsAtEnd.exec(gid)?.[1] ?? gid;
}

export function orderGid(legacy: string): string {
  return `gid://shopify/Order/${legacy}`;
}

const shopDomain = /^[a-z0-9][a-z0-9-]{0,59}\.myshopify\.com$/;

/** The permanent domain of a shop, in lower case: the only thing that ever names a tenant. */
export function isShopDomain(text: string): boolean {
  return shopDomain.test(text);
}
