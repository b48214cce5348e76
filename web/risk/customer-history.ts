import { isHighValue } from './amounts.ts';
import { memberCodeOf } from './forwarders.ts';
import { allOf, anyOf, type Known } from './known.ts';
import type { Evidence } from './order-facts.ts';

/** No earlier order under any of the buyer's keys, good or bad. */
export const isFirstOrder = ({ history }: Evidence): Known =>
  history.customerOrders === undefined ? undefined : history.customerOrders === 0;

const atLeast = (value: number | undefined, least: number): Known =>
  value === undefined ? undefined : value >= least;

/** A regular's account that suddenly buys dearly, to a new place, from somewhere else. */
export function looksTakenOver(evidence: Evidence): Known {
  const { history } = evidence;
  const code = memberCodeOf(evidence);
  return allOf(
    atLeast(history.customerOrders, 2),
    history.newShippingAddress,
    isHighValue(evidence),
    anyOf(
      history.newIpCountry,
      history.recentEmailChange,
      code === undefined ? undefined : code !== null,
    ),
  );
}

/** Two orders that ended well, the first at least 60 days ago, never a chargeback. */
export function isGoodCustomer(evidence: Evidence): Known {
  const { goodOrders, daysSinceFirst, disputes } = evidence.history;
  return allOf(
    atLeast(goodOrders, 2),
    atLeast(daysSinceFirst, 60),
    !(disputes !== undefined && disputes > 0),
    looksTakenOver(evidence) !== true,
  );
}
