import { Select } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

interface Props<F extends string> {
  columns: readonly { name: string; samples?: readonly string[] }[];
  mapping: readonly F[];
  fields: readonly F[];
  /** Of the fields' words: `<group>.<field>` in the locales. */
  group: string;
  onChange: (mapping: F[]) => void;
}

/** What each column of a file means: guessed, and mended by whoever knows the file. */
export function ColumnsTable<F extends string>(props: Props<F>) {
  const { columns, mapping, fields, group, onChange } = props;
  const { t } = useTranslation();
  const hasSamples = columns.some(({ samples }) => samples !== undefined);
  const wordOf = (field: string): string => `${group}.${field}`;
  const change = (at: number, chosen: string) => {
    const field = fields.find((known) => known === chosen);
    if (field !== undefined) onChange(mapping.map((old, n) => (n === at ? field : old)));
  };
  return (
    <table className="plain-table columns-table">
      <thead>
        <tr>
          <th scope="col">{t('lists.importer.columnName')}</th>
          {hasSamples && <th scope="col">{t('lists.importer.samples')}</th>}
          <th scope="col">{t('lists.importer.meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column, at) => (
          <tr key={at}>
            <th scope="row">{column.name}</th>
            {hasSamples && (
              <td>{(column.samples ?? []).filter(Boolean).join(t('common.separator'))}</td>
            )}
            <td>
              <Select
                label={t('lists.importer.column', { name: column.name })}
                labelHidden
                options={fields.map((value) => ({ value, label: t(wordOf(value)) }))}
                value={mapping[at] ?? ''}
                onChange={(chosen) => change(at, chosen)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
