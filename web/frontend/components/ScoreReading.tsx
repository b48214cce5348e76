import { Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OrderDetail } from '../../contract/orders.ts';
import { useSettings } from '../queries/use-settings.ts';
import { otherReason, scoreReadings } from '../wording/score-reading.ts';
import { useFormat } from '../wording/use-format.ts';

/** The order's figures beside the shop's own limits: a number alone does not say whether it is much. */
export function ScoreReading({ order }: { order: OrderDetail }) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language === 'en' ? 'en' : 'ja';
  const format = useFormat();
  const settings = useSettings().data;
  const judgedAt = t('order.judgedAt', { when: format.when(order.judgedAt) });
  const readings = settings === undefined ? [] : scoreReadings(order, settings.judgement, locale);
  const other = readings.length === 0 ? null : otherReason(order.level, readings);
  const figures =
    readings.length === 0
      ? [t('order.score', { points: order.points })]
      : readings.map(({ key, values }) => t(key, { ...values }));
  return (
    <Text as="p" variant="bodySm" tone="subdued">
      {[...figures, judgedAt].join(t('common.dot'))}
      {other !== null && (
        <>
          <br />
          {t(other)}
        </>
      )}
    </Text>
  );
}
