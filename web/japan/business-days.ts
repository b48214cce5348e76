import { createRequire } from 'node:module';

/** A day of the calendar without a time or a zone: YYYY-MM-DD. */
export type LocalDay = string;

/** When a shop rests. */
export interface RestDays {
  /** Weekdays, 0 Sunday to 6 Saturday; at least one weekday must be left. */
  readonly restDays: readonly number[];
  /** Japanese public holidays (with their substitutes) are days of rest. */
  readonly holidaysOff: boolean;
  /** Days off beside them. */
  readonly daysOff: readonly LocalDay[];
}

type Holidays = Readonly<Record<LocalDay, unknown>>;
let holidays: Holidays | undefined;

/** The package's own types list every day of eighty years: the compiler would read them each time. */
function holidaysOfJapan(): Holidays {
  holidays ??= (
    createRequire(import.meta.url)('@holiday-jp/holiday_jp') as { readonly holidays: Holidays }
  ).holidays;
  return holidays;
}

/** Known from 1970 to 2050; equinoxes of years not yet announced are computed ones. */
export const isHoliday = (day: LocalDay): boolean => Object.hasOwn(holidaysOfJapan(), day);

/** @throws RangeError where `day` is no day of the calendar */
export function addDays(day: LocalDay, count: number): LocalDay {
  const at = Date.parse(`${day}T00:00:00Z`) + count * 86_400_000;
  return new Date(at).toISOString().slice(0, 10);
}

/** 0 Sunday to 6 Saturday. */
const weekdayOf = (day: LocalDay) => new Date(`${day}T00:00:00Z`).getUTCDay();

export function isBusinessDay(day: LocalDay, rest: RestDays): boolean {
  if (rest.restDays.includes(weekdayOf(day))) return false;
  if (rest.daysOff.includes(day)) return false;
  return !(rest.holidaysOff && isHoliday(day));
}

/** Days off in a row that a shop can have, and then some: more is a mistake in the settings. */
const mostDaysOfRest = 1000;

/**
 * The `count`-th business day after `day`, which itself does not count. 0: `day` where work is done
 * on it, else the next business day. What falls on a day of rest counts from the next business day.
 * @throws RangeError where `day` is no day, or the shop rests for ever
 */
export function addBusinessDays(day: LocalDay, count: number, rest: RestDays): LocalDay {
  let at = nextBusinessDay(day, rest);
  for (let left = count; left > 0; left -= 1) at = nextBusinessDay(addDays(at, 1), rest);
  return at;
}

/** `day` itself where work is done on it. */
function nextBusinessDay(day: LocalDay, rest: RestDays): LocalDay {
  let at = addDays(day, 0);
  for (let looked = 0; looked < mostDaysOfRest; looked += 1) {
    if (isBusinessDay(at, rest)) return at;
    at = addDays(at, 1);
  }
  throw new RangeError('a shop that rests for ever has no business days');
}
