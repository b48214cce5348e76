import { Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Reconciliation } from '../../contract/reconciliation.ts';
import { useFormat } from '../wording/use-format.ts';

/** What comparing with Shopify found in the last week; nothing found, nothing shown. */
export function ReconciliationLine({ reconciliation }: { reconciliation: Reconciliation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { week, catchingUp } = reconciliation;
  const lines = [
    catchingUp && t('today.catchingUp', { when: format.dateTime(catchingUp.comparedBackTo) }),
    week.missedOrders + week.missedChanges + week.holdsReapplied > 0 &&
      t('today.reconciled', {
        orders: week.missedOrders,
        changes: week.missedChanges,
        holds: week.holdsReapplied,
      }),
    week.holdsReleased > 0 && t('today.reconciledReleased', { n: week.holdsReleased }),
  ].filter((line) => typeof line === 'string');
  if (lines.length === 0) return null;
  return (
    <Card>
      {lines.map((line) => (
        <Text key={line} as="p" tone="subdued">
          {line}
        </Text>
      ))}
    </Card>
  );
}
