import { Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { CodRule } from '../../../contract/checkout-settings.ts';
import { type PastOrders, pastLines } from './past-lines.ts';

/** How many past orders the rule would have touched, below its sentence. */
export function RulePast({ rule, past }: { rule: CodRule; past: PastOrders }) {
  const { t, i18n } = useTranslation();
  const lines = pastLines(rule, past, t, (n) => n.toLocaleString(i18n.language));
  if (lines.length === 0) return null;
  return (
    <Text as="p" variant="bodySm" tone="subdued">
      {lines.join(t('checkout.past.join'))}
    </Text>
  );
}
