import { Checkbox } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ListEntryDto } from '../../../contract/lists.ts';
import { EntryRow, type EntryRowProps } from './EntryRow.tsx';

interface Props extends Pick<EntryRowProps, 'onEdit' | 'onRemove' | 'isBusy'> {
  entries: readonly ListEntryDto[];
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
  /** Rows of the search before this one, shown until the new ones are there. */
  isStale: boolean;
}

/**
 * A table where there is room for one; on a telephone the same cells stand below each other, each
 * with its name. The roles are said because a changed `display` takes them away.
 */
export function EntryTable({ entries, selected, onSelect, isStale, ...row }: Props) {
  const { t } = useTranslation();
  const isAll = entries.every(({ id }) => selected.has(id));
  const some = selected.size > 0 ? 'indeterminate' : false;
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(selected);
    if (isOn) next.add(id);
    else next.delete(id);
    onSelect(next);
  };
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: `display: block` takes a table's own roles away
    <table className="entry-table" role="table" aria-label={t('lists.table')} aria-busy={isStale}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" className="entry-select">
            <Checkbox
              label={t('lists.selectAll')}
              labelHidden
              checked={isAll ? true : some}
              onChange={(isOn) => onSelect(new Set(isOn ? entries.map(({ id }) => id) : []))}
            />
          </th>
          {(['kind', 'who', 'reason', 'added', 'expires'] as const).map((column) => (
            <th key={column} role="columnheader" scope="col">
              {t(`lists.column.${column}`)}
            </th>
          ))}
          <th role="columnheader" scope="col">
            <span className="visually-hidden">{t('lists.column.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {entries.map((entry) => (
          <EntryRow
            key={entry.id}
            entry={entry}
            isSelected={selected.has(entry.id)}
            onSelect={(isOn) => toggle(entry.id, isOn)}
            {...row}
          />
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: `display: block` takes a table's own roles away
  );
}
