import { isIPv6 } from 'node:net';

/**
 * By what a caller is counted: the address, or of IPv6 the /64 that it is in. One subscriber has 2^64
 * addresses there: counted one by one, nobody would ever reach a limit, and each would take memory.
 */
export function networkOf(address: string | undefined): string {
  const text = address ?? '';
  const mapped = /^::ffff:([\d.]+)$/i.exec(text)?.[1];
  if (mapped !== undefined) return mapped;
  return isIPv6(text) ? `${groupsOf(text).slice(0, 4).join(':')}::/64` : text;
}

function groupsOf(address: string): string[] {
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const parts = (text: string) => (text === '' ? [] : text.split(':'));
  const [before, after] = [parts(head), parts(tail ?? '')];
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  const zeros: string[] = Array(Math.max(0, missing)).fill('0');
  return [...before, ...zeros, ...after].map((group) => Number.parseInt(group, 16).toString(16));
}
