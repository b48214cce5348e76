import type { Locale } from '../../contract/level.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** 「11月22日(日) 14:05」 in the shop's time zone, with the year where it is not `now`'s. */
export function dateTimeText(iso: string, now: Date, locale: Locale, timeZone: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const year = new Intl.DateTimeFormat('en-US', { year: 'numeric', timeZone });
  const format = new Intl.DateTimeFormat(locale === 'ja' ? 'ja-JP' : 'en-US', {
    ...(year.format(at) === year.format(now) ? {} : { year: 'numeric' }),
    month: locale === 'ja' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  return format.format(at);
}

/** 「11月22日」 */
export function dateText(iso: string, locale: Locale, timeZone: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return new Intl.DateTimeFormat(locale === 'ja' ? 'ja-JP' : 'en-US', {
    month: locale === 'ja' ? 'long' : 'short',
    day: 'numeric',
    timeZone,
  }).format(at);
}

/** 「14:05:20」 */
export function clockText(iso: string, locale: Locale, timeZone: string): string {
  return new Intl.DateTimeFormat(locale === 'ja' ? 'ja-JP' : 'en-US', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(new Date(iso));
}

/** 「5分前」「3時間後」 within a day of `now`, else null: then a date says more. */
export function relativeText(iso: string, now: Date, locale: Locale): string | null {
  const distance = new Date(iso).getTime() - now.getTime();
  const size = Math.abs(distance);
  if (!(size >= minute && size < day)) return null;
  const format = new Intl.RelativeTimeFormat(locale, {
    style: locale === 'ja' ? 'narrow' : 'short',
  });
  return size < hour
    ? format.format(Math.trunc(distance / minute), 'minute')
    : format.format(Math.trunc(distance / hour), 'hour');
}

/** A moment less than a minute away from `now`. */
export function isJustNow(iso: string, now: Date): boolean {
  return Math.abs(new Date(iso).getTime() - now.getTime()) < minute;
}
