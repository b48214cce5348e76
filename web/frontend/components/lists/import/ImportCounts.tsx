import { BlockStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ListImportDto } from '../../../../contract/list-imports.ts';
import { listKinds } from '../../../../contract/list-kinds.ts';

const shown = ['rows', 'added', 'existing', 'repeated', 'bad'] as const;

/** What will happen, or what did: new, there already, twice in the file, unreadable. */
export function ImportCounts({ now }: { now: ListImportDto }) {
  const { t, i18n } = useTranslation();
  const figures = new Intl.NumberFormat(i18n.language);
  const kinds = listKinds.flatMap((kind) => {
    const n = now.byKind[kind] ?? 0;
    const label = t(`listKind.${kind}`);
    return n === 0 ? [] : [t('common.of', { label, value: figures.format(n) })];
  });
  return (
    <BlockStack gap="200">
      <dl className="figure-list">
        {shown.map((what) => (
          <div key={what}>
            <dt>{t(`lists.importer.count.${what}`)}</dt>
            <dd>{t('lists.importer.rows', { n: figures.format(now.counts[what]) })}</dd>
          </div>
        ))}
      </dl>
      {kinds.length > 0 && (
        <Text as="p">
          {t('common.of', {
            label: t('lists.importer.byKind'),
            value: kinds.join(t('common.separator')),
          })}
        </Text>
      )}
    </BlockStack>
  );
}
