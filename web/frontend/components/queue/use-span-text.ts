import { useTranslation } from 'react-i18next';
import { spanBetween } from '../../wording/deadline-state.ts';

/** 「3時間」「2日」 since a moment, or that it has only just begun. */
export function useSpanText(): (from: string, now: Date) => string {
  const { t } = useTranslation();
  return (from, now) => {
    const { n, unit } = spanBetween(new Date(from), now);
    return unit === 'minutes' && n === 0 ? t('common.justNow') : t(`queue.span.${unit}`, { n });
  };
}
