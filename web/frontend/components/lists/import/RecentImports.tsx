import { Badge, BlockStack, Card, InlineStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useRecentImports } from '../../../queries/use-list-import.ts';
import { useFormat } from '../../../wording/use-format.ts';

/** Files that were sent before: one may wait to be started, another to be taken back. */
export function RecentImports() {
  const { t } = useTranslation();
  const format = useFormat();
  const imports = useRecentImports().data?.imports ?? [];
  if (imports.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('lists.importer.recent')}
        </Text>
        <ul className="plain-list">
          {imports.map(({ id, fileName, createdAt, state }) => (
            <li key={id}>
              <InlineStack gap="200" blockAlign="center">
                <Link url={`/lists/import/${id}`}>
                  {t('lists.importer.recentRow', {
                    name: fileName,
                    when: format.when(createdAt),
                  })}
                </Link>
                <Badge>{t(`lists.importer.state.${state}`)}</Badge>
              </InlineStack>
            </li>
          ))}
        </ul>
      </BlockStack>
    </Card>
  );
}
