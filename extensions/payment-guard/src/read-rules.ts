import type { PaymentRules } from '../../../web/contract/checkout-config.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** A part of a list in the document; `?.` finds nothing in a number or text either. */
type Part = Fields | null | undefined;

/** What stands beside `if`; a kind that is not here is of a newer version. */
function isCondition(value: Part): boolean {
  switch (value?.if) {
    case 'listed':
    case 'place':
      return Array.isArray(value.kinds);
    case 'always':
    case 'islands':
    case 'company':
    case 'product-tag':
    case 'customer-tag':
      return true;
    case 'amount':
      return isBound(value.over) && isBound(value.under);
    case 'first-order':
      return typeof value.unknown === 'boolean';
    case 'quantity':
      return typeof value.over === 'number';
    case 'prefecture':
      return Array.isArray(value.codes);
    default:
      return false;
  }
}

const isBound = (value: unknown): boolean => value === null || typeof value === 'number';

// Loops and not `every`: a call for each rule and condition would cost half as much again.
function areRules(values: readonly Part[]): boolean {
  for (const value of values) {
    const conditions = value?.conditions;
    if (!Array.isArray(value?.hide) || typeof value?.any !== 'boolean') return false;
    if (!Array.isArray(conditions)) return false;
    for (const condition of conditions) if (!isCondition(condition)) return false;
  }
  return true;
}

const isPlace = (value: unknown): boolean =>
  isFields(value) &&
  Array.isArray(value.words) &&
  Array.isArray(value.places) &&
  value.places.every(Array.isArray);

const hasAll = (value: unknown, test: (part: unknown) => boolean): boolean =>
  isFields(value) && Object.values(value).every(test);

const version: PaymentRules['v'] = 1;

const isRules = (value: unknown): value is PaymentRules =>
  isFields(value) &&
  value.v === version &&
  Array.isArray(value.rules) &&
  areRules(value.rules) &&
  hasAll(value.methods, Array.isArray) &&
  hasAll(value.places, isPlace) &&
  Array.isArray(value.hideable) &&
  typeof value.alone === 'boolean';

/** null: missing, broken, or of another version. Then nothing may change at the checkout. */
export const readRules = (value: unknown): PaymentRules | null => (isRules(value) ? value : null);
