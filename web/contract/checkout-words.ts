/*
 * Words of the checkout rules as plain values, apart from the schemas: the pages use these, and with the
 * schemas the browser would have to load the library that checks them.
 */

/** Payment methods that a rule can hide: cash on delivery, convenience store, bank transfer. */
export const hiddenMethods = ['cod', 'konbini', 'bank'] as const;
export type HiddenMethod = (typeof hiddenMethods)[number];

/** Lists that a rule can ask. Nothing is ever hidden from a protected or a trusted buyer for being one. */
export const listedKinds = ['fraud', 'cod', 'watch'] as const;
export type ListedKind = (typeof listedKinds)[number];

/** Forwarding services; warehouses, counters, lockers and boxes; hotels and short lets. */
export const placeKinds = ['forwarder', 'depot', 'hotel'] as const;
export type PlaceKind = (typeof placeKinds)[number];

export const conditionKinds = [
  'always',
  'listed',
  'amount',
  'first-order',
  'quantity',
  'prefecture',
  'islands',
  'place',
  'company',
  'product-tag',
  'customer-tag',
] as const;
export type ConditionKind = (typeof conditionKinds)[number];

export const validationChecks = [
  'addressWithoutBlock',
  'postalContradiction',
  'impossiblePhone',
  'quantityLimit',
  'blockedBuyers',
] as const;
export type ValidationCheck = (typeof validationChecks)[number];

/** Settings of Shopify's own that no app can read: what the merchant says of them. */
export const shopifySettings = ['cvvDecline', 'threeDsAutomatic', 'manualCapture'] as const;
export type ShopifySetting = (typeof shopifySettings)[number];
export const recordedStates = ['on', 'off', 'unknown'] as const;
export type RecordedState = (typeof recordedStates)[number];

/** The shop's own words for places, all kinds that rules ask for together, in every spelling. */
export const mostPlaceWords = 40;
export const mostRules = 12;
/** Shopify takes at most 100 values for a query's list. */
export const mostTags = 100;
export const longestMessage = 200;
