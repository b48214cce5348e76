import type { ValidationRules } from '../../../web/contract/checkout-config.ts';

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const isMessages = (value: unknown): boolean =>
  isFields(value) && typeof value.ja === 'string' && typeof value.en === 'string';

const version: ValidationRules['v'] = 1;

const isRules = (value: Fields): value is Fields & ValidationRules => {
  const { checks } = value;
  if (value.v !== version || !isFields(checks)) return false;
  const limit = checks.quantityLimit;
  const hasMax = limit === undefined || (isFields(limit) && typeof limit.max === 'number');
  return hasMax && Object.values(checks).every(isMessages);
};

/** null: missing, broken, or of another version. Then nobody may be stopped at the checkout. */
export const readRules = (value: unknown): ValidationRules | null =>
  isFields(value) && isRules(value) ? value : null;
