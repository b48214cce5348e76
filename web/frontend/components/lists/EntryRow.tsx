import { Button, Checkbox, InlineStack, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListEntryDto } from '../../../contract/lists.ts';
import { AddedLines } from './AddedLines.tsx';
import { ExpiryText } from './ExpiryText.tsx';
import { ListKindBadge } from './ListKindBadge.tsx';
import { WhoLines } from './WhoLines.tsx';
import { whoOf } from './who.ts';

export interface EntryRowProps {
  entry: ListEntryDto;
  isSelected: boolean;
  isBusy: boolean;
  onSelect: (isOn: boolean) => void;
  onEdit: (entry: ListEntryDto) => void;
  onRemove: (entry: ListEntryDto) => void;
}

/** Who is remembered, as what, why, since when and until when. */
export function EntryRow({ entry, isSelected, isBusy, onSelect, onEdit, onRemove }: EntryRowProps) {
  const { t } = useTranslation();
  const who = whoOf(entry.identity);
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: `display: block` takes a table's own roles away
    <tr role="row" className={isSelected ? 'entry-row entry-selected' : 'entry-row'}>
      <td role="cell" className="entry-select">
        <Checkbox
          label={t('lists.selectOf', { who })}
          labelHidden
          checked={isSelected}
          onChange={onSelect}
        />
      </td>
      <Cell name="kind">
        <ListKindBadge kind={entry.kind} />
      </Cell>
      <Cell name="who">
        <WhoLines identity={entry.identity} />
      </Cell>
      <Cell name="reason">
        <Text as="p">{t(`lists.reason.${entry.reason}`)}</Text>
        {entry.note !== null && (
          <Text as="p" tone="subdued">
            {entry.note}
          </Text>
        )}
      </Cell>
      <Cell name="added">
        <AddedLines entry={entry} />
      </Cell>
      <Cell name="expires">
        <ExpiryText expiresAt={entry.expiresAt} />
      </Cell>
      <td role="cell" className="entry-actions">
        <InlineStack gap="200" wrap={false}>
          <Button
            size="slim"
            disabled={isBusy}
            accessibilityLabel={t('lists.editOf', { who })}
            onClick={() => onEdit(entry)}
          >
            {t('lists.edit')}
          </Button>
          <Button
            size="slim"
            disabled={isBusy}
            accessibilityLabel={t('lists.removeOf', { who })}
            onClick={() => onRemove(entry)}
          >
            {t('lists.remove')}
          </Button>
        </InlineStack>
      </td>
    </tr>
    // biome-ignore-end lint/a11y/noRedundantRoles: `display: block` takes a table's own roles away
  );
}

interface CellProps {
  name: 'kind' | 'who' | 'reason' | 'added' | 'expires';
  children: ReactNode;
}

/** The column's name is drawn by the style sheet on a telephone, where the heading row is gone. */
function Cell({ name, children }: CellProps) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noRedundantRoles: `display: block` takes a cell's own role away
    <td role="cell" className={`entry-${name}`} data-name={t(`lists.column.${name}`)}>
      {children}
    </td>
  );
}
