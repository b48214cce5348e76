import { BlockStack, Box, Button, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ListsFilter } from './lists-url.ts';

/** Nothing found for a search, or nobody on this list yet: two different things to be told. */
export function ListsEmpty({ filter, onClear }: { filter: ListsFilter; onClear: () => void }) {
  const { t } = useTranslation();
  const isSearch = filter.q.trim() !== '';
  const title = isSearch
    ? t('lists.noMatchTitle')
    : filter.kind === null
      ? t('lists.emptyAllTitle')
      : t('lists.emptyTitle', { kind: t(`listKind.${filter.kind}`) });
  return (
    <Box padding="600">
      <BlockStack gap="200" inlineAlign="center">
        <Text as="h2" variant="headingMd" alignment="center">
          {title}
        </Text>
        <Text as="p" alignment="center" tone="subdued">
          {t(isSearch ? 'lists.noMatchBody' : 'lists.emptyHow')}
        </Text>
        {isSearch && <Button onClick={onClear}>{t('lists.clearSearch')}</Button>}
      </BlockStack>
    </Box>
  );
}
