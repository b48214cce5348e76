import { BlockStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ListImportDto } from '../../../../contract/list-imports.ts';
import { Fold } from '../../Fold.tsx';
import { badRowReason } from './import-words.ts';

/** Lines that cannot be read, each with where and why. */
export function BadRows({ now }: { now: ListImportDto }) {
  const { t, i18n } = useTranslation();
  const figures = new Intl.NumberFormat(i18n.language);
  const { badRows, counts } = now;
  if (badRows.length === 0) return null;
  const where = ({ line, column }: ListImportDto['badRows'][number]) =>
    [
      t('lists.importer.badLine', { line: figures.format(line) }),
      ...(column === null ? [] : [t('lists.importer.badColumn', { column })]),
    ].join(t('common.dot'));
  return (
    <Fold summary={t('lists.importer.badTitle', { n: figures.format(counts.bad) })} isOpen>
      <BlockStack gap="200">
        {badRows.length < counts.bad && (
          <Text as="p" tone="subdued">
            {t('lists.importer.badFirst', { n: badRows.length })}
          </Text>
        )}
        <ul className="plain-list">
          {badRows.map((row) => (
            <li key={`${row.line} ${row.column}`}>
              {t('common.of', { label: where(row), value: t(badRowReason(row.reason, i18n)) })}
            </li>
          ))}
        </ul>
      </BlockStack>
    </Fold>
  );
}
