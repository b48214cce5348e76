import type {
  CompiledCondition,
  CompiledRule,
  PaymentRules,
  PlaceWords,
} from '../../../web/contract/checkout-config.ts';

type Fields = Readonly<Record<string, unknown>>;
type Test = (value: unknown) => boolean;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText: Test = (value) => typeof value === 'string';
const isNumber: Test = (value) => typeof value === 'number';
const isFlag: Test = (value) => typeof value === 'boolean';
const isBound: Test = (value) => value === null || isNumber(value);
const isListOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const isMapOf =
  (test: Test): Test =>
  (value) =>
    isFields(value) && Object.values(value).every(test);

/** What stands beside `if`; a kind that is not here is of a newer version. */
const conditions: Readonly<Record<CompiledCondition['if'], Readonly<Record<string, Test>>>> = {
  always: {},
  islands: {},
  company: {},
  'product-tag': {},
  'customer-tag': {},
  listed: { kinds: isListOf(isText) },
  amount: { over: isBound, under: isBound },
  'first-order': { unknown: isFlag },
  quantity: { over: isNumber },
  prefecture: { codes: isListOf(isNumber) },
  place: { kinds: isListOf(isText) },
};
const tests: ReadonlyMap<unknown, Readonly<Record<string, Test>>> = new Map(
  Object.entries(conditions),
);

const fits = (value: unknown, shape: Readonly<Record<string, Test>>): boolean =>
  isFields(value) && Object.entries(shape).every(([key, test]) => test(value[key]));

const isCondition = (value: unknown): value is CompiledCondition => {
  const shape = isFields(value) ? tests.get(value.if) : undefined;
  return shape !== undefined && fits(value, shape);
};
const isRule = (value: unknown): value is CompiledRule =>
  fits(value, { hide: isListOf(isText), any: isFlag, conditions: isListOf(isCondition) });
const isMethod: Test = (value) => fits(value, { names: isListOf(isText), pattern: isText });
const isPlace = (value: unknown): value is PlaceWords =>
  fits(value, {
    pattern: isText,
    words: isListOf(isText),
    places: isListOf((place) => isListOf(isText)(place)),
  });

const isRules = (value: unknown): value is PaymentRules =>
  fits(value, {
    rules: isListOf(isRule),
    methods: isMapOf(isMethod),
    places: isMapOf(isPlace),
    hideable: isListOf(isText),
    alone: isFlag,
  });

const version: PaymentRules['v'] = 1;

/** null: missing, broken, or of another version. Then nothing may change at the checkout. */
export const readRules = (value: unknown): PaymentRules | null =>
  isFields(value) && value.v === version && isRules(value) ? value : null;
