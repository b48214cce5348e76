import type { Evidence } from './order-facts.ts';

/** Units of numbers in rules; keys of the frontend's locales. All but yen and factor are counted: whole. */
export const parameterUnits = [
  'yen',
  'pieces',
  'lines',
  'hours',
  'days',
  'months',
  'orders',
  'people',
  'places',
  'addresses',
  'times',
  'characters',
  'percent',
  'factor',
] as const;
export type ParameterUnit = (typeof parameterUnits)[number];

/** A number of a signal's rule that a merchant may set, within the bounds where the rule makes sense. */
export interface SignalParameter {
  /** Key in `judgement.parameters[signal]`. */
  readonly key: string;
  readonly ja: string;
  readonly en: string;
  readonly unit: ParameterUnit;
  readonly min: number;
  readonly max: number;
  readonly default: number;
}

/** What the merchant set instead of the defaults, by the parameter itself: found without any text. */
export type Numbers = ReadonlyMap<SignalParameter, number>;

export const numberFrom = (parameter: SignalParameter, numbers: Numbers | undefined): number =>
  numbers?.get(parameter) ?? parameter.default;

/** The number in force for this judgement. */
export const numberOf = (parameter: SignalParameter, { tuning }: Evidence): number =>
  numberFrom(parameter, tuning?.numbers);

/** Whether a number may be set: `invalid_type` also says that a count is not whole. */
export function faultOfNumber(
  { unit, min, max }: SignalParameter,
  value: number,
): 'too_small' | 'too_big' | 'invalid_type' | null {
  if (!Number.isFinite(value)) return 'invalid_type';
  if (value < min) return 'too_small';
  if (value > max) return 'too_big';
  const isCounted = unit !== 'factor' && unit !== 'yen';
  return isCounted && !Number.isInteger(value) ? 'invalid_type' : null;
}
