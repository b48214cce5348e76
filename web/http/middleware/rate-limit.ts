import type { RequestHandler } from 'express';
import { networkOf } from './network-of.ts';
import { refuse } from './present-error.ts';

export interface RateLimitOptions {
  /** Requests of one address, or of one /64 of IPv6, in one window. */
  readonly limit: number;
  readonly windowMs: number;
  readonly now: () => number;
}

export interface AddressLimit {
  /** Counts one request; seconds to wait, or null where it may go on. */
  take(address: string): number | null;
}

/** More addresses than this in one window is an attack from many; forgetting them bounds the memory. */
const maxAddresses = 50_000;

/** A fixed window for all addresses together: memory is given back when it ends. */
export function createAddressLimit({ limit, windowMs, now }: RateLimitOptions): AddressLimit {
  let windowStart = now();
  let counts = new Map<string, number>();
  return {
    take(address) {
      const time = now();
      if (time - windowStart >= windowMs || counts.size >= maxAddresses) {
        windowStart = time;
        counts = new Map();
      }
      const network = networkOf(address);
      const count = (counts.get(network) ?? 0) + 1;
      counts.set(network, count);
      return count <= limit ? null : Math.max(1, Math.ceil((windowStart + windowMs - time) / 1000));
    },
  };
}

/** For routes that anybody can call. Webhooks are not among them: Shopify sends them in bursts. */
export function rateLimit(addresses: AddressLimit): RequestHandler {
  return (req, res, next) => {
    const wait = addresses.take(req.ip ?? '');
    if (wait === null) return next();
    res.set('Retry-After', String(wait));
    refuse(req, res, 'too_many_requests');
  };
}
