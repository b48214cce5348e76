import type { RequestHandler } from 'express';

/**
 * Admin UI extensions call the API from an origin of Shopify's. Any origin may: what counts is the
 * session token in the Authorization header, and there is no cookie that a foreign page could ride on.
 */
export const allowExtensions: RequestHandler = (req, res, next) => {
  res.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers':
      'Retry-After, X-Request-Id, X-Shopify-Retry-Invalid-Session-Request',
  });
  if (req.method !== 'OPTIONS') return next();
  res.set({
    'Access-Control-Allow-Headers': 'Accept-Language, Authorization, Content-Type',
    'Access-Control-Allow-Methods': 'GET, POST, PUT',
    'Access-Control-Max-Age': '7200',
  });
  res.status(204).end();
};
