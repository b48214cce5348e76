import { BlockStack, Button, Card, InlineGrid, Select, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ImportSettings, ListImportDto } from '../../../../contract/list-imports.ts';
import { importFields, listKinds } from '../../../../contract/list-kinds.ts';
import { ColumnsTable } from '../ColumnsTable.tsx';
import { EncodingField } from '../EncodingField.tsx';

interface Props {
  columns: ListImportDto['columns'];
  settings: ImportSettings;
  isChanged: boolean;
  isBusy: boolean;
  onChange: (settings: ImportSettings) => void;
  onRead: () => void;
}

/** How the file is read: encoding, kind, and what its columns mean. */
export function ImportReading({ columns, settings, isChanged, isBusy, onChange, onRead }: Props) {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('lists.importer.settingsTitle')}
        </Text>
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
          <EncodingField
            value={settings.encoding}
            onChange={(encoding) => onChange({ ...settings, encoding })}
          />
          <Select
            label={t('lists.importer.kind')}
            options={listKinds.map((value) => ({ value, label: t(`listKind.${value}`) }))}
            value={settings.kind}
            onChange={(chosen) => {
              const kind = listKinds.find((known) => known === chosen);
              if (kind !== undefined) onChange({ ...settings, kind });
            }}
          />
        </InlineGrid>
        <BlockStack gap="100">
          <Text as="h3" variant="headingSm">
            {t('lists.importer.columns')}
          </Text>
          <Text as="p" tone="subdued">
            {t('lists.importer.columnsHelp')}
          </Text>
        </BlockStack>
        <ColumnsTable
          columns={columns}
          mapping={settings.mapping}
          fields={importFields}
          group="lists.importer.field"
          onChange={(mapping) => onChange({ ...settings, mapping })}
        />
        <div role="status">
          {isChanged && <Text as="p">{t('lists.importer.recheckNeeded')}</Text>}
        </div>
        <div>
          <Button disabled={!isChanged} loading={isBusy} onClick={onRead}>
            {t('lists.importer.recheck')}
          </Button>
        </div>
      </BlockStack>
    </Card>
  );
}
