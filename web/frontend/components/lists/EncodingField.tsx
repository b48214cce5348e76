import { Select } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

const encodings = ['utf-8', 'shift_jis'] as const;
export type Encoding = (typeof encodings)[number];

/** Guessed from the file's bytes; a wrong guess shows as letters that nobody can read. */
export function EncodingField(props: { value: Encoding; onChange: (value: Encoding) => void }) {
  const { t } = useTranslation();
  return (
    <Select
      label={t('lists.importer.encoding')}
      helpText={t('lists.importer.encodingHelp')}
      options={encodings.map((value) => ({ value, label: t(`lists.importer.encodings.${value}`) }))}
      value={props.value}
      onChange={(chosen) => {
        const encoding = encodings.find((known) => known === chosen);
        if (encoding !== undefined) props.onChange(encoding);
      }}
    />
  );
}
