import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignalInfo, SignalParameterDto } from '../../../contract/signals.ts';
import { knownEnds } from './fired-text.ts';

/** Sentences of this page that are put together from figures. */
export function useSignalWords() {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const figures = new Intl.NumberFormat(i18n.language);
    const number = (value: number) => figures.format(value);
    return {
      number,
      group: (group: string) =>
        i18n.exists(`signals.group.${group}`) ? t(`signals.group.${group}`) : group,
      /** 「直近5,000件で32件に該当、うち不正3・受取拒否2」 */
      fired(fired: SignalInfo['fired'], window: number): string {
        if (window === 0) return t('signals.firedNoOrders');
        const values = { window: number(window), hits: number(fired.hits) };
        if (fired.hits === 0) return t('signals.firedNone', values);
        const ends = knownEnds(fired).map(([end, n]) => t(`signals.end.${end}`, { n: number(n) }));
        if (ends.length === 0) return t('signals.fired', values);
        return t('signals.firedEnded', { ...values, ends: ends.join(t('common.dot')) });
      },
      unit: ({ unit }: SignalParameterDto) => t(`signals.unit.${unit}`),
    };
  }, [t, i18n]);
}
