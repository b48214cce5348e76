import { useTranslation } from 'react-i18next';
import { useMe } from '../queries/use-me.ts';

/** A day with its year, for what lies years back: 「2024年11月23日」. */
export function useFullDate(): (iso: string) => string {
  const { i18n } = useTranslation();
  const timeZone = useMe().data?.timezone ?? 'Asia/Tokyo';
  const format = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : 'ja-JP', {
    dateStyle: 'long',
    timeZone,
  });
  return (iso) => format.format(new Date(iso));
}
