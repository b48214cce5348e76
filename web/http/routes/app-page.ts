import type { Express, RequestHandler } from 'express';
import { isShopDomain } from '../../shopify/ids.ts';
import type { HttpDeps } from '../deps.ts';
import { errorMessages } from '../error-messages.ts';
import { escapeHtml } from '../escape-html.ts';
import type { FrontendFiles } from '../frontend-files.ts';
import { refuse } from '../middleware/present-error.ts';
import { rateLimit } from '../middleware/rate-limit.ts';
import { contextOf } from '../middleware/request-context.ts';
import { pagePolicy } from '../middleware/security-headers.ts';

/** The frontend's own routes: Shopify admin opens the frame at any of them. */
const pages = [
  '/',
  '/queue',
  '/orders',
  '/orders/:id',
  '/lists',
  '/lists/import',
  '/lists/import/:id',
  '/returns',
  '/settings',
  '/settings/signals',
  '/settings/checkout',
  '/settings/templates',
  '/settings/privacy',
  '/audit',
  '/about',
];

/**
 * The embedded page. Shopify admin adds `shop` to whatever page it opens, so a page without a valid
 * one was not opened by it: there is no frame that could be named, and the answer says where to go.
 */
export function addAppPage(app: Express, deps: HttpDeps): void {
  app.get(pages, rateLimit(deps.publicLimit), servePage(deps));
}

function servePage({ page, credentials, frontend }: HttpDeps): RequestHandler {
  const html = frontend === null ? null : fill(frontend, credentials.apiKey, page.appBridgeUrl);
  return (req, res) => {
    const { shop } = req.query;
    if (typeof shop !== 'string' || !isShopDomain(shop)) {
      res.status(400).type('html').send(openFromAdmin(req));
      return;
    }
    if (html === null) return refuse(req, res, 'unavailable');
    res.set('Content-Security-Policy', pagePolicy({ shop, ...page }));
    res.type('html').send(html);
  };
}

/** A function as replacement: `$&` in a value would be a pattern. */
function fill({ html }: FrontendFiles, apiKey: string, appBridgeUrl: string): string {
  return html
    .replaceAll('%SHOPIFY_API_KEY%', () => escapeHtml(apiKey))
    .replaceAll('%APP_BRIDGE_URL%', () => escapeHtml(appBridgeUrl));
}

function openFromAdmin(req: Parameters<RequestHandler>[0]): string {
  const { locale } = contextOf(req);
  const message = escapeHtml(errorMessages.invalid_shop[locale]);
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>Sekisho</title><p>${message}</p></html>`;
}
