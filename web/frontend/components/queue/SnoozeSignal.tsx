import { BlockStack, Button, ButtonGroup, Select, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignalDto } from '../../../contract/orders.ts';
import { showToast } from '../../app-bridge.ts';
import { useSnooze } from '../../queries/use-case-changes.ts';
import { ActionProblem } from '../ActionProblem.tsx';
import { Dialog } from '../lists/Dialog.tsx';

interface Props {
  orderId: string;
  signal: SignalDto;
}

/** 「この購入者では見ない」 below a reason: for a regular who always looks like this. */
export function SnoozeSignal({ orderId, signal }: Props) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const { name } = signal;
  return (
    <div>
      <Button
        variant="plain"
        accessibilityLabel={t('queue.snooze.openOf', { name })}
        onClick={() => setAsked(true)}
      >
        {t('queue.snooze.open')}
      </Button>
      {isAsked && (
        <SnoozeDialog orderId={orderId} signal={signal} onClose={() => setAsked(false)} />
      )}
    </div>
  );
}

const spans = [30, 90, 180, 365, 730] as const;

function SnoozeDialog({ orderId, signal, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation();
  const snoozing = useSnooze(orderId);
  const [days, setDays] = useState<number>(90);
  const [note, setNote] = useState('');
  const { name } = signal;
  const typed = note.trim();
  const go = () =>
    snoozing.mutate(
      { signal: signal.id, days, ...(typed !== '' && { note: typed }) },
      {
        onSuccess: () => {
          showToast(t('queue.snooze.done', { n: days, name }));
          onClose();
        },
      },
    );
  return (
    <Dialog title={t('queue.snooze.title', { name })} onClose={onClose}>
      <BlockStack gap="400">
        <Text as="p">{t('queue.snooze.body')}</Text>
        <Select
          label={t('queue.snooze.days')}
          options={spans.map((n) => ({ value: String(n), label: t('queue.snooze.daysOf', { n }) }))}
          value={String(days)}
          onChange={(chosen) => setDays(Number(chosen))}
        />
        <TextField
          label={t('queue.snooze.note')}
          helpText={t('queue.snooze.noteHelp')}
          value={note}
          maxLength={255}
          autoComplete="off"
          onChange={setNote}
        />
        {snoozing.error !== null && <ActionProblem error={snoozing.error} />}
        <ButtonGroup>
          <Button variant="primary" loading={snoozing.isPending} onClick={go}>
            {t('queue.snooze.go')}
          </Button>
          <Button onClick={onClose}>{t('queue.card.no')}</Button>
        </ButtonGroup>
      </BlockStack>
    </Dialog>
  );
}
