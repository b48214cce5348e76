import { BlockStack, Box, Button, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { type QueueFilter, queryOf, wholeQueue } from './queue-url.ts';

/** Nothing waits at all, nothing was closed yet, or nothing fits: three different things to be told. */
export function QueueEmpty({ filter, onClear }: { filter: QueueFilter; onClear: () => void }) {
  const { t } = useTranslation();
  const bare = queryOf({ ...filter, sort: 'urgency' });
  const isWhole = bare === queryOf(wholeQueue);
  const isClosed = bare === queryOf({ ...wholeQueue, closed: true });
  const name = isWhole ? 'empty' : isClosed ? 'emptyClosed' : 'noMatch';
  return (
    <Box padding="600">
      <BlockStack gap="200" inlineAlign="center">
        <Text as="h2" variant="headingMd" alignment="center">
          {t(`queue.${name}Title`)}
        </Text>
        <Text as="p" alignment="center" tone="subdued">
          {t(`queue.${name}Body`)}
        </Text>
        {name === 'noMatch' && <Button onClick={onClear}>{t('orders.clear')}</Button>}
      </BlockStack>
    </Box>
  );
}
