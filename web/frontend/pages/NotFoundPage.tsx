import { BlockStack, Button, Card, InlineStack, Page, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

/** An address that leads nowhere, with the two ways on. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('problem.notFoundTitle')}>
      <Card>
        <BlockStack gap="400">
          <Text as="p">{t('problem.notFoundBody')}</Text>
          <InlineStack gap="200">
            <Button url="/">{t('problem.toToday')}</Button>
            <Button url="/orders">{t('problem.toOrders')}</Button>
          </InlineStack>
        </BlockStack>
      </Card>
    </Page>
  );
}
