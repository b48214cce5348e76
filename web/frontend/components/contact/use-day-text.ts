import { useTranslation } from 'react-i18next';

/** 「11月25日(水)」 of a day of the shop's calendar (YYYY-MM-DD). */
export function useDayText(): (day: string) => string {
  const { i18n } = useTranslation();
  const locale = i18n.language === 'en' ? 'en-US' : 'ja-JP';
  const options = { month: 'long', day: 'numeric', weekday: 'short', timeZone: 'UTC' } as const;
  return (day) => new Intl.DateTimeFormat(locale, options).format(new Date(`${day}T00:00:00Z`));
}
