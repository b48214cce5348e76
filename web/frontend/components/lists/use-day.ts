import { useTranslation } from 'react-i18next';
import { useMe } from '../../queries/use-me.ts';

/** 「2029年11月22日」 in the shop's time zone: an expiry is years away, so its year is told. */
export function useDay(): (iso: string) => string {
  const { i18n } = useTranslation();
  const timeZone = useMe().data?.timezone ?? 'Asia/Tokyo';
  const format = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-US' : 'ja-JP', {
    year: 'numeric',
    month: i18n.language === 'en' ? 'short' : 'long',
    day: 'numeric',
    timeZone,
  });
  return (iso) => format.format(new Date(iso));
}
