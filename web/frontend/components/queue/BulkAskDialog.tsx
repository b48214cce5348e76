import { BlockStack, Button, ButtonGroup, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkKind, QueueRow } from '../../../contract/queue.ts';
import { useFormat } from '../../wording/use-format.ts';
import { ActionProblem } from '../ActionProblem.tsx';
import { Dialog } from '../lists/Dialog.tsx';
import { type BulkSum, bulkSums } from './bulk-money.ts';

interface Props {
  what: Exclude<BulkKind, 'assign'>;
  rows: readonly QueueRow[];
  isBusy: boolean;
  error: Error | null;
  onGo: (note: string) => void;
  onClose: () => void;
}

/** What would happen to how many orders and to their money, before anything does. */
export function BulkAskDialog({ what, rows, isBusy, error, onGo, onClose }: Props) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const { orders, sums } = bulkSums(rows);
  return (
    <Dialog title={t(`queue.ask.${what}.title`, { orders })} onClose={onClose}>
      <BlockStack gap="400">
        <BlockStack gap="200">
          {what === 'cancel' && <MoneyLines sums={sums} />}
          <Text as="p">{t(`queue.ask.${what}.body`)}</Text>
          {rows.some((row) => row.orders > 1) && (
            <Text as="p" tone="subdued">
              {t('queue.ask.linked', { cases: rows.length, orders })}
            </Text>
          )}
        </BlockStack>
        <TextField
          label={t('queue.ask.note')}
          helpText={t('queue.ask.noteHelp')}
          value={note}
          maxLength={255}
          autoComplete="off"
          onChange={setNote}
        />
        {error !== null && <ActionProblem error={error} />}
        <ButtonGroup>
          <Button
            variant="primary"
            {...(what === 'cancel' && { tone: 'critical' as const })}
            loading={isBusy}
            onClick={() => onGo(note.trim())}
          >
            {t(`queue.ask.${what}.go`, { orders })}
          </Button>
          <Button onClick={onClose}>{t('queue.ask.no')}</Button>
        </ButtonGroup>
      </BlockStack>
    </Dialog>
  );
}

function MoneyLines({ sums }: { sums: readonly BulkSum[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className="plain-list">
      {sums.map(({ effect, orders, money }) => (
        <li key={effect}>
          {t(`queue.ask.money.${effect}`, {
            orders,
            amount: money === null ? t('queue.ask.amountUnknown') : format.money(money),
          })}
        </li>
      ))}
    </ul>
  );
}
