import { BlockStack, Box, Button, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

/** Nothing found for a search, or nothing judged yet: two different things to be told. */
export function OrdersEmpty({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useTranslation();
  const name = isFiltered ? 'noMatch' : 'empty';
  return (
    <Box padding="600">
      <BlockStack gap="200" inlineAlign="center">
        <Text as="h2" variant="headingMd" alignment="center">
          {t(`orders.${name}Title`)}
        </Text>
        <Text as="p" alignment="center" tone="subdued">
          {t(`orders.${name}Body`)}
        </Text>
        {isFiltered && <Button onClick={onClear}>{t('orders.clear')}</Button>}
      </BlockStack>
    </Box>
  );
}
