import type { RequestHandler } from 'express';

/**
 * For every answer. There is no X-Frame-Options: it cannot name Shopify admin, and SAMEORIGIN would
 * blank the embedded app. Pages replace this policy by `pagePolicy`.
 */
export function securityHeaders({ https }: { readonly https: boolean }): RequestHandler {
  return (_req, res, next) => {
    res.set({
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      // The first request of the frame carries `id_token` in its query.
      'Referrer-Policy': 'same-origin',
      'Cache-Control': 'no-store',
    });
    if (https) res.set('Strict-Transport-Security', 'max-age=31536000');
    next();
  };
}

export interface PagePolicyOptions {
  /** A checked shop domain. It goes into a header: an unchecked one could add directives. */
  readonly shop: string;
  /** Where App Bridge comes from: an absolute URL, or a path of this origin. */
  readonly appBridgeUrl: string;
  readonly extraFrameAncestors: readonly string[];
}

const cdn = 'https://cdn.shopify.com';

/** Content-Security-Policy of a page that stands in the admin of one shop. */
export function pagePolicy({ shop, appBridgeUrl, extraFrameAncestors }: PagePolicyOptions): string {
  const bridge = URL.parse(appBridgeUrl)?.origin;
  const ancestors = [`https://${shop}`, 'https://admin.shopify.com', ...extraFrameAncestors];
  const connect = `'self' ${cdn} https://${shop} https://admin.shopify.com`;
  return [
    "default-src 'self'",
    `script-src 'self'${bridge === undefined ? '' : ` ${bridge}`}`,
    // Polaris sets inline styles; scripts never are inline.
    `style-src 'self' 'unsafe-inline' ${cdn}`,
    `img-src 'self' data: blob: ${cdn}`,
    `font-src 'self' data: ${cdn}`,
    // App Bridge reports web vitals to the last one.
    `connect-src ${connect} https://monorail-edge.shopifysvc.com`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    `frame-ancestors ${ancestors.join(' ')}`,
  ].join('; ');
}
