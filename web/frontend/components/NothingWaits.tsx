import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

/** Nothing to do: said kindly, and in observe mode why. */
export function NothingWaits({ isObserving }: { isObserving: boolean }) {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t('today.nothingTitle')}
        </Text>
        <Text as="p">{t('today.nothingBody')}</Text>
        {isObserving && (
          <Text as="p" tone="subdued">
            {t('today.nothingObserve')}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}
