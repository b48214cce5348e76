/**
 * Between instants (epoch milliseconds) and days of an IANA time zone's calendar (YYYY-MM-DD). A day
 * need not have 24 hours, nor begin at 00:00: daylight saving moves clocks at midnight in some zones.
 * A zone whose name is unknown is read as UTC.
 */

const dayMs = 86_400_000;

/** Epoch milliseconds at which the day of `now` began. */
export const startOfDay = (now: number, timeZone: string): number =>
  startOfLocalDay(localDay(now, timeZone), timeZone);

export const localDay = (now: number, timeZone: string): string =>
  new Date(wallClock(now, timeZone)).toISOString().slice(0, 10);

/** Minutes since midnight as the clock on the wall shows them, 0 to 1439. */
export const minuteOfDay = (now: number, timeZone: string): number =>
  Math.floor((((wallClock(now, timeZone) % dayMs) + dayMs) % dayMs) / 60_000);

/** The first instant of a day. */
export const startOfLocalDay = (day: string, timeZone: string): number =>
  instantOf(day, 0, timeZone);

/** The last millisecond of a day: a deadline that is shown with its own date. */
export const endOfLocalDay = (day: string, timeZone: string): number =>
  startOfLocalDay(dayAfter(day), timeZone) - 1;

const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);

/**
 * The instant at which the wall shows `minute` of `day`; the first of two where the clock is put back
 * over it, the first after the gap where it is put forward over it.
 * @throws RangeError where `day` is no day of the calendar
 */
export function instantOf(day: string, minute: number, timeZone: string): number {
  const wall = Date.parse(`${day}T00:00:00Z`) + minute * 60_000;
  if (Number.isNaN(wall)) throw new RangeError('not a day of the calendar');
  // No zone changes its clock twice within two days: one of both offsets is that of the instant.
  const offsets = [wall - dayMs, wall + dayMs].map((at) => wallClock(at, timeZone) - at);
  const candidates = offsets.map((offset) => wall - offset).sort((a, b) => a - b);
  const exact = candidates.find((at) => wallClock(at, timeZone) === wall);
  if (exact !== undefined) return exact;
  const [low = wall, high = wall] = candidates;
  return firstAtOrAfter(wall, low, high, timeZone);
}

/** In the gap: the clock reads less than `wall` at `low` and more at `high`. */
function firstAtOrAfter(wall: number, low: number, high: number, timeZone: string): number {
  let [before, after] = [low, high];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallClock(middle, timeZone) >= wall) after = middle;
    else before = middle;
  }
  return after;
}

/** What the clock on the wall reads, as if it were UTC. */
function wallClock(now: number, timeZone: string): number {
  const read: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatter(timeZone).formatToParts(now)) read[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = read;
  const milliseconds = ((now % 1000) + 1000) % 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
}

/** A formatter costs more than all that is asked of it: one a zone is kept. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = newFormatter(timeZone);
  formatters.set(timeZone, made);
  return made;
}

function newFormatter(timeZone: string): Intl.DateTimeFormat {
  const options = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
  }
}
