import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ListImportDto } from '../../../../contract/list-imports.ts';
import { Progress } from '../Progress.tsx';

interface Props {
  now: ListImportDto;
  state: 'checking' | 'importing' | 'removing';
}

/** While the app is at it; it goes on without this page. */
export function ImportProgress({ now, state }: Props) {
  const { t, i18n } = useTranslation();
  const figures = new Intl.NumberFormat(i18n.language);
  const done = figures.format(now.progress.done);
  const total = now.progress.total;
  return (
    <Card>
      <BlockStack gap="300">
        <div role="status">
          <Text as="h2" variant="headingMd">
            {t(`lists.importer.${state}Title`)}
          </Text>
        </div>
        <Text as="p">{now.fileName}</Text>
        <Progress
          label={
            total === 0
              ? t('lists.importer.progressUnknown', { done })
              : t('lists.importer.progress', { done, total: figures.format(total) })
          }
          part={total === 0 ? null : Math.min(1, now.progress.done / total)}
        />
        {state !== 'removing' && <Text as="p">{t(`lists.importer.${state}Body`)}</Text>}
      </BlockStack>
    </Card>
  );
}
