import { BlockList, isIPv6 } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** A socket's peer: `127.0.0.1`, `::1`, or `::ffff:127.0.0.1` of a dual-stack listener. */
export function isLoopbackAddress(address: string | undefined): boolean {
  if (address === undefined) return false;
  return loopback.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** An http(s) URL whose host is `localhost`, 127.0.0.0/8 or [::1]; other names could resolve anywhere. */
export function isLoopbackUrl(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) return false;
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return host === 'localhost' || (/^[\d.]+$|:/.test(host) && isLoopbackAddress(host));
}
