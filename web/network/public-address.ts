import { BlockList, isIP } from 'node:net';

/**
 * Blocks that belong to nobody, by IANA's special-purpose registries: registries' data has countries
 * for some of them (203.0.113.0/24 is "AU"), which would be an invention.
 */
const special = new BlockList();
const ipv4 = `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
  192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24
  198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`;
/** Within 2000::/3: protocols' own (Teredo too), documentation, 6to4. */
const ipv6 = '2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20';
for (const [family, blocks] of [['ipv4', ipv4] as const, ['ipv6', ipv6] as const]) {
  for (const block of blocks.split(/\s+/)) {
    const [address = '', bits] = block.split('/');
    special.addSubnet(address, Number(bits), family);
  }
}

const unicast = new BlockList();
unicast.addSubnet('2000::', 3, 'ipv6');

/** The address as it is looked up, ::ffff:192.0.2.1 as IPv4; null for what no country can have. */
export function publicAddress(ip: string): string | null {
  const text = ip.trim().toLowerCase();
  const address = /^::ffff:([\d.]+)$/.exec(text)?.[1] ?? text;
  const version = isIP(address);
  if (version === 4) return special.check(address, 'ipv4') ? null : address;
  if (version !== 6 || address.includes('%')) return null;
  return unicast.check(address, 'ipv6') && !special.check(address, 'ipv6') ? address : null;
}
