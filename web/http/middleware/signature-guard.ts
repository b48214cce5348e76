import type { RequestHandler } from 'express';
import { networkOf } from './network-of.ts';
import { refuse } from './present-error.ts';

export interface SignatureGuardOptions {
  /** Wrong signatures of one address in one window. */
  readonly limit: number;
  readonly windowMs: number;
  readonly now: () => number;
}

export interface SignatureGuard {
  /** Before the body is read: stops an address that sends nothing but wrong signatures. */
  readonly stop: RequestHandler;
  wrong(address: string | undefined): void;
  right(address: string | undefined): void;
}

/** Beyond as many addresses in one window all are forgotten: that bounds the memory. */
const maxAddresses = 50_000;

/**
 * Five megabytes and an HMAC over them cost the sender little. Shopify itself must never be stopped: an
 * address that rightly signed webhooks come from is free, also where it is that of a proxy for all.
 */
export function createSignatureGuard(options: SignatureGuardOptions): SignatureGuard {
  const { limit, windowMs, now } = options;
  const trusted = new Set<string>();
  let windowStart = now();
  let wrong = new Map<string, number>();
  return {
    stop(req, res, next) {
      const network = networkOf(req.ip);
      const isFree = trusted.has(network) || (wrong.get(network) ?? 0) < limit;
      const waitMs = windowStart + windowMs - now();
      if (isFree || waitMs <= 0) return next();
      res.set({ 'Retry-After': String(Math.ceil(waitMs / 1000)), Connection: 'close' });
      refuse(req, res, 'too_many_requests');
    },
    wrong(address) {
      if (now() - windowStart >= windowMs || wrong.size >= maxAddresses) {
        windowStart = now();
        wrong = new Map();
      }
      const network = networkOf(address);
      wrong.set(network, (wrong.get(network) ?? 0) + 1);
    },
    right(address) {
      if (trusted.size >= maxAddresses) trusted.clear();
      trusted.add(networkOf(address));
    },
  };
}
