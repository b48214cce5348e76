import { Checkbox } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../../contract/queue.ts';
import { useNow } from '../../wording/use-now.ts';
import { CaseRow } from './CaseRow.tsx';
import type { Selection } from './selection.ts';

interface Props {
  rows: readonly QueueRow[];
  isClosed: boolean;
  chosen: Selection;
  onChoose: (rows: readonly QueueRow[], isOn: boolean) => void;
  /** Rows of the view before this one, shown until the new ones are there. */
  isStale: boolean;
}

const columns = ['level', 'order', 'reasons', 'amount', 'payment'] as const;

/**
 * A table where there is room for one; on a telephone the same cells stand below each other. Words that
 * depend on the time (「あと2時間」「過ぎました」) are renewed while nothing else changes.
 */
export function QueueTable({ rows, isClosed, chosen, onChoose, isStale }: Props) {
  const { t } = useTranslation();
  const now = useNow(true, 20_000);
  const isAll = rows.every(({ id }) => chosen.has(id));
  const some = rows.some(({ id }) => chosen.has(id)) ? 'indeterminate' : false;
  const last = isClosed ? (['closedAt', 'result'] as const) : (['age', 'deadline'] as const);
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: `display: block` takes a table's own roles away
    <table className="case-table" role="table" aria-label={t('queue.table')} aria-busy={isStale}>
      <thead role="rowgroup">
        <tr role="row">
          {!isClosed && (
            <th role="columnheader" scope="col" className="case-select">
              <Checkbox
                label={t('queue.chooseAll')}
                labelHidden
                checked={isAll ? true : some}
                onChange={(isOn) => onChoose(rows, isOn)}
              />
            </th>
          )}
          {[...columns, ...last, 'who'].map((column) => (
            <th key={column} role="columnheader" scope="col" className={`case-${column}`}>
              {t(`queue.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <CaseRow
            key={row.id}
            row={row}
            now={now}
            isChosen={chosen.has(row.id)}
            onChoose={isClosed ? null : onChoose}
          />
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: `display: block` takes a table's own roles away
  );
}
