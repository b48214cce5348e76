import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Money } from '../../contract/orders.ts';
import { useMe } from '../queries/use-me.ts';
import { moneyText } from './money-text.ts';
import { clockText, dateText, dateTimeText, isJustNow, relativeText } from './time-text.ts';

export interface Format {
  money(money: Money): string;
  /** 「3時間前」 within a day, else date and time. */
  when(iso: string): string;
  /** 「3時間前から」; what has only just begun has no duration to tell. */
  since(iso: string): string;
  dateTime(iso: string): string;
  date(iso: string): string;
  clock(iso: string): string;
  /** Sentences one after the other: Japanese puts nothing between them. */
  sentences(parts: readonly string[]): string;
}

/** Amounts and times as this reader and this shop write them. */
export function useFormat(): Format {
  const { t, i18n } = useTranslation();
  const me = useMe().data;
  const locale = i18n.language === 'en' ? 'en' : 'ja';
  const timeZone = me?.timezone ?? 'Asia/Tokyo';
  return useMemo(() => {
    const when = (iso: string) => {
      const now = new Date();
      if (isJustNow(iso, now)) return t('common.justNow');
      return relativeText(iso, now, locale) ?? dateTimeText(iso, now, locale, timeZone);
    };
    return {
      money: (money) => moneyText(money, locale),
      when,
      since: (iso) =>
        isJustNow(iso, new Date()) ? t('common.justNow') : t('state.since', { when: when(iso) }),
      dateTime: (iso) => dateTimeText(iso, new Date(), locale, timeZone),
      date: (iso) => dateText(iso, locale, timeZone),
      clock: (iso) => clockText(iso, locale, timeZone),
      sentences: (parts) => parts.join(locale === 'ja' ? '' : ' '),
    };
  }, [t, locale, timeZone]);
}
