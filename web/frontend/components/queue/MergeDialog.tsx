import { BlockStack, Button, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../../contract/queue.ts';
import { showToast } from '../../app-bridge.ts';
import { useMerge } from '../../queries/use-case-changes.ts';
import { useFindCases } from '../../queries/use-find-cases.ts';
import { useSearchText } from '../../wording/use-search-text.ts';
import { ActionProblem } from '../ActionProblem.tsx';
import { Dialog } from '../lists/Dialog.tsx';

interface Props {
  caseId: string;
  orderName: string;
  onClose: () => void;
}

/** Another open case, found by the number of one of its orders; its button is the decision. */
export function MergeDialog({ caseId, orderName, onClose }: Props) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const search = useSearchText(q, setQ);
  const found = useFindCases(q);
  const merging = useMerge();
  const rows = found.data?.rows.filter(({ id }) => id !== caseId) ?? [];
  const go = (other: QueueRow) =>
    merging.mutate(
      { id: caseId, other: other.id },
      {
        onSuccess: () => {
          showToast(t('queue.card.mergeDone', { name: other.order.name }));
          onClose();
        },
      },
    );
  const error = merging.error ?? found.error;
  return (
    <Dialog title={t('queue.card.merge')} onClose={onClose}>
      <BlockStack gap="400">
        <Text as="p">{t('queue.card.mergeHelp')}</Text>
        <TextField
          label={t('queue.card.mergeSearch')}
          value={search.text}
          placeholder={orderName}
          maxLength={40}
          autoComplete="off"
          onChange={search.change}
        />
        <div role="status">
          {q !== '' && found.isFetching && <Text as="p">{t('common.loading')}</Text>}
          {found.isSuccess && rows.length === 0 && <Text as="p">{t('queue.card.mergeNone')}</Text>}
        </div>
        {rows.map((row) => (
          <MergeChoice key={row.id} row={row} isBusy={merging.isPending} onGo={() => go(row)} />
        ))}
        {error !== null && <ActionProblem error={error} />}
      </BlockStack>
    </Dialog>
  );
}

function MergeChoice({ row, isBusy, onGo }: { row: QueueRow; isBusy: boolean; onGo: () => void }) {
  const { t } = useTranslation();
  return (
    <BlockStack gap="100">
      <Text as="p">
        {t('queue.card.mergeWith', {
          level: t(`level.${row.level}`),
          buyer: row.buyer ?? t('orders.buyerUnknown'),
          orders: row.orders,
        })}
      </Text>
      <Button fullWidth disabled={isBusy} onClick={onGo}>
        {t('queue.card.mergeGo', { name: row.order.name })}
      </Button>
    </BlockStack>
  );
}
