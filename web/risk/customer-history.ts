import { isHighValue } from './amounts.ts';
import { memberCodeOf } from './forwarders.ts';
import { allOf, anyOf, type Known } from './known.ts';
import type { Evidence } from './order-facts.ts';
import { numberOf, type SignalParameter } from './parameter.ts';

/** No earlier order under any of the buyer's keys, good or bad. */
export const isFirstOrder = ({ history }: Evidence): Known =>
  history.customerOrders === undefined ? undefined : history.customerOrders === 0;

const atLeast = (value: number | undefined, least: number): Known =>
  value === undefined ? undefined : value >= least;

const lookBack = { key: 'lookbackMonths', unit: 'months', min: 1, max: 120, default: 24 } as const;
/** Parameter of past-dispute. */
export const disputeMonths: SignalParameter = {
  ...lookBack,
  ja: '何か月前までのチャージバックを見るか',
  en: 'Chargebacks of so many months back',
};
/** Parameter of cod-refusal-history. */
export const refusalMonths: SignalParameter = {
  ...lookBack,
  ja: '何か月前までの受取拒否・長期不在を見るか',
  en: 'Refusals of so many months back',
};

const daysOfMonth = 365.25 / 12;

/** What happened longer ago is not held against anybody. Where nobody told when, all of it counts. */
const lately = (n: number | undefined, daysAgo: readonly number[] | undefined, months: number) =>
  n === undefined
    ? undefined
    : (daysAgo?.filter((days) => days <= months * daysOfMonth).length ?? n);

/** Chargebacks within the look-back. */
export const disputesOf = (evidence: Evidence): number | undefined => {
  const { disputes, disputedDaysAgo } = evidence.history;
  return lately(disputes, disputedDaysAgo, numberOf(disputeMonths, evidence));
};

/** Parcels refused or not collected within the look-back. */
export const refusalsOf = (evidence: Evidence): number | undefined => {
  const { codRefusals, refusedDaysAgo } = evidence.history;
  return lately(codRefusals, refusedDaysAgo, numberOf(refusalMonths, evidence));
};

/** Parameter of account-takeover-pattern. */
export const regularOrders: SignalParameter = {
  key: 'orders',
  ja: 'これまでの注文がこの件数から、いつものお客様とみなす',
  en: 'Earlier orders that make a regular customer',
  ...{ unit: 'orders', min: 1, max: 50, default: 2 },
};
/** Parameters of repeat-good-customer. */
export const goodOrders: SignalParameter = {
  key: 'orders',
  ja: '問題なく終わった注文がこの件数から',
  en: 'From so many orders that ended well',
  ...{ unit: 'orders', min: 1, max: 50, default: 2 },
};
export const goodDays: SignalParameter = {
  key: 'days',
  ja: '最初の注文からこの日数以上',
  en: 'At least so many days since the first order',
  ...{ unit: 'days', min: 0, max: 3650, default: 60 },
};

/** A regular's account that suddenly buys dearly, to a new place, from somewhere else. */
export function looksTakenOver(evidence: Evidence): Known {
  const { history } = evidence;
  const code = memberCodeOf(evidence);
  return allOf(
    atLeast(history.customerOrders, numberOf(regularOrders, evidence)),
    history.newShippingAddress,
    isHighValue(evidence),
    anyOf(
      history.newIpCountry,
      history.recentEmailChange,
      code === undefined ? undefined : code !== null,
    ),
  );
}

/** Two orders that ended well, the first at least 60 days ago (unless set), never a chargeback. */
export function isGoodCustomer(evidence: Evidence): Known {
  const { history } = evidence;
  const { daysSinceFirst } = history;
  const disputes = disputesOf(evidence);
  return allOf(
    atLeast(history.goodOrders, numberOf(goodOrders, evidence)),
    atLeast(daysSinceFirst, numberOf(goodDays, evidence)),
    !(disputes !== undefined && disputes > 0),
    looksTakenOver(evidence) !== true,
  );
}
