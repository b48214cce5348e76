import { BlockStack, Checkbox, Text } from '@shopify/polaris';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../../contract/queue.ts';
import { useFormat } from '../../wording/use-format.ts';
import { AppLink } from '../AppLink.tsx';
import { LevelBadge } from '../LevelBadge.tsx';
import { ListMarkBadge } from '../ListMarkBadge.tsx';
import { DeadlineText } from './DeadlineText.tsx';
import { LinkedText } from './LinkedText.tsx';
import { useSpanText } from './use-span-text.ts';

export interface CaseRowProps {
  row: QueueRow;
  now: Date;
  isChosen: boolean;
  /** Closed cases are only looked at. */
  onChoose: ((rows: readonly QueueRow[], isOn: boolean) => void) | null;
}

/**
 * One case: why it waits, for whom, until when. The whole row leads to its order. Drawn anew only when it
 * changed: with fifty of them drawn at every key, a key would be felt.
 */
export const CaseRow = memo(function CaseRow({ row, now, isChosen, onChoose }: CaseRowProps) {
  const { t } = useTranslation();
  const { name } = row.order;
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: `display: block` takes a table's own roles away
    <tr role="row" className={isChosen ? 'case-row case-chosen' : 'case-row'} data-case={row.id}>
      {onChoose !== null && (
        <td role="cell" className="case-select">
          <Checkbox
            label={t('queue.chooseOf', { name })}
            labelHidden
            checked={isChosen}
            onChange={(isOn) => onChoose([row], isOn)}
          />
        </td>
      )}
      <Cell name="level">
        <span className="case-badges">
          <LevelBadge level={row.level} />
          <ListMarkBadge mark={row.list} />
        </span>
      </Cell>
      <Cell name="order">
        <OrderCell row={row} />
      </Cell>
      <Cell name="reasons">{row.reasons.join(t('common.separator')) || t('orders.noReasons')}</Cell>
      <AmountCell row={row} />
      <Cell name="payment">{t(`paymentKind.${row.payment}`)}</Cell>
      <AgeCell row={row} now={now} />
      <Cell name="deadline">
        {row.closedAt === null ? (
          <DeadlineText deadline={row.deadline} now={now} />
        ) : (
          t(`state.${row.order.state}`)
        )}
      </Cell>
      <Cell name="who">
        <BlockStack gap="050">
          <span>{row.assignee?.name ?? t('queue.nobody')}</span>
          {row.stage !== 'none' && (
            <Text as="span" variant="bodySm" tone="subdued">
              {t(`queue.stage.${row.stage}`)}
            </Text>
          )}
        </BlockStack>
      </Cell>
    </tr>
    // biome-ignore-end lint/a11y/noRedundantRoles: `display: block` takes a table's own roles away
  );
});

function OrderCell({ row }: { row: QueueRow }) {
  const { t } = useTranslation();
  return (
    <BlockStack gap="050">
      <AppLink url={`/orders/${row.order.id}`} className="row-link">
        {row.order.name}
      </AppLink>
      <LinkedText row={row} />
      <Text as="span" tone="subdued">
        {row.buyer ?? t('orders.buyerUnknown')}
      </Text>
    </BlockStack>
  );
}

function AmountCell({ row }: { row: QueueRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Cell name="amount">{row.total === null ? t('orders.noTotal') : format.money(row.total)}</Cell>
  );
}

/** How long it has waited; of what is over, when it ended. */
function AgeCell({ row, now }: { row: QueueRow; now: Date }) {
  const format = useFormat();
  const span = useSpanText();
  const at = row.closedAt ?? row.openedAt;
  return (
    <Cell name={row.closedAt === null ? 'age' : 'closedAt'}>
      <time dateTime={at} title={format.dateTime(at)}>
        {row.closedAt === null ? span(at, now) : format.when(at)}
      </time>
    </Cell>
  );
}

interface CellProps {
  name: string;
  children: ReactNode;
}

/** The column's name is drawn by the style sheet on a telephone, where the heading row is gone. */
function Cell({ name, children }: CellProps) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noRedundantRoles: `display: block` takes a cell's own role away
    <td role="cell" className={`case-${name}`} data-name={t(`queue.column.${name}`)}>
      {children}
    </td>
  );
}
