import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OrderDetail } from '../../contract/orders.ts';
import { sortSignals } from '../wording/sort-signals.ts';
import { Fold } from './Fold.tsx';
import { Reasons } from './Reasons.tsx';
import { ScoreReading } from './ScoreReading.tsx';
import { StaffChecks } from './StaffChecks.tsx';
import { UnknownChecks } from './UnknownChecks.tsx';

/** The judgement and everything it rests on, the weightiest first. */
export function WhyCard({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  const sorted = sortSignals(order.signals, order.reasons);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {order.headline}
          </Text>
          <Text as="p" tone="subdued">
            {sorted.first.length === 0 ? t('order.noReasons') : t('order.notProof')}
          </Text>
          <ScoreReading order={order} />
        </BlockStack>
        {sorted.first.length > 0 && <Reasons signals={sorted.first} />}
        {sorted.reassuring.length > 0 && (
          <BlockStack gap="200">
            <Text as="h3" variant="headingSm">
              {t('order.reassuring')}
            </Text>
            <Reasons signals={sorted.reassuring} />
          </BlockStack>
        )}
        <div>
          {sorted.others.length > 0 && (
            <Fold summary={t('order.otherReasons', { n: sorted.others.length })}>
              <Reasons signals={sorted.others} />
            </Fold>
          )}
          <StaffChecks order={order} checks={sorted.staff} />
          <UnknownChecks signals={sorted.unknown} />
          {sorted.noHits.length > 0 && (
            <Fold summary={t('order.noHits', { n: sorted.noHits.length })}>
              <Text as="p" tone="subdued">
                {sorted.noHits.map((signal) => signal.name).join(t('common.separator'))}
              </Text>
            </Fold>
          )}
        </div>
      </BlockStack>
    </Card>
  );
}
