import { lookup as dnsLookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { publicAddress } from './public-address.ts';

/**
 * Where a host that a shop named may be reached. What is connected to is the address that was looked
 * at here: looked up once more at connecting, the name could lead inside the network the second time.
 */
export type Reachable =
  /** IPv4 first: many servers have no way out by IPv6. */
  | { readonly ok: true; readonly addresses: readonly string[] }
  /** `unknown`: no such name · `private`: none of its addresses is public. */
  | { readonly ok: false; readonly why: 'unknown' | 'private' };

export interface ReachOptions {
  /** The machine itself may be meant: a stand-in, a demo, a test. Never a private network. */
  readonly loopback: boolean;
  /** Whoever runs the app named it: any address. */
  readonly anywhere?: boolean;
  readonly lookup?: (host: string) => Promise<readonly string[]>;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

export const isLoopback = (address: string): boolean =>
  isIP(address) !== 0 && loopback.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

export async function reachableAddress(host: string, options: ReachOptions): Promise<Reachable> {
  const found = isIP(host) === 0 ? await resolved(host, options.lookup ?? lookupAll) : [host];
  if (found.length === 0) return { ok: false, why: 'unknown' };
  const allowed = found.filter(
    (address) =>
      options.anywhere === true ||
      publicAddress(address) !== null ||
      (options.loopback && isLoopback(address)),
  );
  if (allowed.length === 0) return { ok: false, why: 'private' };
  return { ok: true, addresses: [...allowed].sort((a, b) => isIP(a) - isIP(b)) };
}

async function resolved(
  host: string,
  lookup: (host: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  try {
    return await lookup(host);
  } catch {
    return [];
  }
}

const lookupAll = async (host: string): Promise<string[]> =>
  (await dnsLookup(host, { all: true })).map(({ address }) => address);
