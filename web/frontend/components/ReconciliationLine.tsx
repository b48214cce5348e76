import { Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Reconciliation } from '../../contract/reconciliation.ts';
import { useFormat } from '../wording/use-format.ts';
import { reconciliationLines } from './reconciliation-lines.ts';

/** What comparing with Shopify found in the last week; nothing found, nothing shown. */
export function ReconciliationLine({ reconciliation }: { reconciliation: Reconciliation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const lines = reconciliationLines(reconciliation, format.dateTime);
  if (lines.length === 0) return null;
  return (
    <Card>
      {lines.map(({ key, values }) => (
        <Text key={key} as="p" tone="subdued">
          {t(key, values)}
        </Text>
      ))}
    </Card>
  );
}
