import type { Locale } from '../../contract/level.ts';
import { minuteOfDay } from '../shop-time.ts';

/** 「11月22日(日)」, "Sunday, November 22": a day (YYYY-MM-DD) as letters name it. */
export function dayText(day: string, language: Locale): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (language === 'en') {
    const options = { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat('en-US', options).format(at);
  }
  const weekday = new Intl.DateTimeFormat('ja-JP', { weekday: 'short', timeZone: 'UTC' }).format(
    at,
  );
  return `${at.getUTCMonth() + 1}月${at.getUTCDate()}日(${weekday})`;
}

/** 「14:05」 on the shop's clock. */
export function clockText(at: number, timeZone: string): string {
  const minutes = minuteOfDay(at, timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
