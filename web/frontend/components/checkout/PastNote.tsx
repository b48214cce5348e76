import { Button, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { PastOrders } from './past-lines.ts';

/** What the counts below the rules' sentences are of, or that they could not be had. */
export function PastNote({ past }: { past: PastOrders }) {
  const { t, i18n } = useTranslation();
  if (past.kind === 'failed') {
    return (
      <InlineStack gap="200" blockAlign="center">
        <Text as="p">{t('checkout.past.failed')}</Text>
        <Button onClick={past.again}>{t('common.reload')}</Button>
      </InlineStack>
    );
  }
  if (past.kind !== 'ready' || past.answer.orders === 0) return null;
  const { elsewhere } = past.answer;
  return (
    <Text as="p" variant="bodySm" tone="subdued">
      {t('checkout.past.about')}
      {elsewhere > 0 &&
        t('checkout.past.elsewhere', { n: elsewhere.toLocaleString(i18n.language) })}
    </Text>
  );
}
