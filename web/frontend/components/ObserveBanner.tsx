import { Banner } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { TodayAnswer } from '../../contract/today.ts';

/** Observe mode: nothing is touched, what would have been, and the way to change that. */
export function ObserveBanner({ today }: { today: TodayAnswer }) {
  const { t } = useTranslation();
  const { judged, held } = today.wouldHave;
  return (
    <Banner
      tone="info"
      title={t('today.observeTitle')}
      action={{ content: t('today.observeAction'), url: '/settings' }}
      secondaryAction={{ content: t('today.observeSee'), url: '/orders' }}
    >
      <p>{judged === 0 ? t('today.observeNone') : t('today.observeBody', { judged, held })}</p>
    </Banner>
  );
}
