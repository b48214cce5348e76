import { readAddress } from '../../japan/address-parts.ts';
import { forwarderAddresses } from '../../japan/data/forwarders.ts';
import { baseKeyOf } from '../../japan/keys.ts';
import { forwarderOf, memberCodeOf } from '../../risk/forwarders.ts';
import type { AddressFacts, Evidence } from '../../risk/order-facts.ts';

/**
 * A forwarding service's warehouse without its customer's own code: thousands of strangers have
 * their parcels sent there, and an entry of it would accuse them all.
 */
export function bareWarehouse(address: AddressFacts | null): boolean {
  if (address === null) return false;
  const evidence: Evidence = {
    order: { id: '', createdAt: '', shipping: address },
    history: {},
    shop: { n: 0, median: 0, madLn: 0 },
    staffChecks: {},
  };
  if (memberCodeOf(evidence)) return false;
  if (forwarderOf(evidence)) return true;
  const parts = readAddress(address);
  const base = baseKeyOf(parts);
  // Who lives in that block has a room; the warehouse has none.
  return parts.room === '' && base !== '' && forwarderAddresses.some((row) => row.baseKey === base);
}
