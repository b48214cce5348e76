import type { Settings } from '../../contract/settings.ts';
import { addDays } from '../../japan/business-days.ts';
import type { AlertRecord } from '../ports/alert-port.ts';
import { instantOf, localDay, minuteOfDay } from '../shop-time.ts';

type Quiet = Settings['alerts']['quiet'];

/**
 * Something has gone wrong, and every hour makes it worse; what is to be done can wait. The daily mail
 * has its own time.
 */
const cannotWait: readonly AlertRecord['kind'][] = [
  'shipped-anyway',
  'cannot-hold',
  'breaker',
  'digest',
];

/**
 * When the shop's quiet hours end, where `now` lies in them; null: it may go out. They may pass
 * midnight (22:00 to 07:00); the same time twice means none.
 */
export function quietUntil(
  now: number,
  kind: AlertRecord['kind'],
  quiet: Quiet,
  timeZone: string,
): number | null {
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  if (from === to || cannotWait.includes(kind)) return null;
  const at = minuteOfDay(now, timeZone);
  const overMidnight = from > to;
  const isQuiet = overMidnight ? at >= from || at < to : at >= from && at < to;
  if (!isQuiet) return null;
  const today = localDay(now, timeZone);
  const day = overMidnight && at >= from ? addDays(today, 1) : today;
  const end = instantOf(day, to, timeZone);
  // Put back over its own end, the clock shows a quiet time once more.
  return end > now ? end : now + 60_000;
}

/** `07:30` → 450. */
export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
