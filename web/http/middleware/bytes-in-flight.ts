import type { RequestHandler } from 'express';
import { networkOf } from './network-of.ts';

export interface BytesInFlightOptions {
  /** Bytes of bodies that came from one address and are not answered yet. */
  readonly ofOne: number;
  /** The same of all addresses together. */
  readonly ofAll: number;
}

/**
 * Bodies that nobody has looked at yet are held in memory: a thousand connections that send most of
 * five megabytes and then wait would fill it. What goes beyond is broken off; Shopify sends again.
 */
export function boundBytesInFlight({ ofOne, ofAll }: BytesInFlightOptions): RequestHandler {
  const byNetwork = new Map<string, number>();
  let all = 0;
  return (req, res, next) => {
    const network = networkOf(req.ip);
    let own = 0;
    const count = (bytes: number) => {
      own += bytes;
      all += bytes;
      const held = (byNetwork.get(network) ?? 0) + bytes;
      if (held <= 0) byNetwork.delete(network);
      else byNetwork.set(network, held);
      return held;
    };
    // The parser listens within the same tick: no piece is lost to it.
    req.on('data', (piece: Buffer) => {
      if (count(piece.length) > ofOne || all > ofAll) req.destroy();
    });
    res.once('close', () => count(-own));
    next();
  };
}
