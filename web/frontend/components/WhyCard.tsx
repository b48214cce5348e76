import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OrderDetail, SignalDto } from '../../contract/orders.ts';
import { sortSignals } from '../wording/sort-signals.ts';
import { Fold } from './Fold.tsx';
import { canSnooze } from './queue/can-snooze.ts';
import { SnoozeSignal } from './queue/SnoozeSignal.tsx';
import { Reasons } from './Reasons.tsx';
import { ScoreReading } from './ScoreReading.tsx';
import { StaffChecks } from './StaffChecks.tsx';
import { UnknownChecks } from './UnknownChecks.tsx';

/** The judgement and everything it rests on, the weightiest first. */
export function WhyCard({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  const sorted = sortSignals(order.signals, order.reasons);
  const tool = (signal: SignalDto) =>
    canSnooze(order, signal) && <SnoozeSignal orderId={order.id} signal={signal} />;
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
        {sorted.first.length > 0 && <Reasons signals={sorted.first} tool={tool} />}
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
              <Reasons signals={sorted.others} tool={tool} />
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
