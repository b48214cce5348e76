import { hasCompanyWord } from '../japan/name.ts';
import type { Known } from './known.ts';
import type { AddressFacts, Evidence } from './order-facts.ts';
import { perOrder } from './per-order.ts';

const namesACompany = ({ company, lastName, firstName }: AddressFacts): Known => {
  if (company?.trim()) return true;
  if (hasCompanyWord(lastName) || hasCompanyWord(firstName)) return true;
  const isMasked = company === undefined && lastName === undefined && firstName === undefined;
  return isMasked ? undefined : false;
};

/** Whether the addressee is a company; for an order without a ship-to, whether the buyer is. */
export const isToCompany = perOrder(({ order }: Evidence): Known => {
  const address = order.shipping === null ? order.billing : order.shipping;
  if (address) return namesACompany(address);
  return address === null ? false : undefined;
});
