import { BlockStack, Button, ButtonGroup, InlineGrid, Text, TextField } from '@shopify/polaris';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutcomeBody } from '../../../../contract/lists.ts';
import type { useOutcome } from '../../../queries/use-outcome.ts';
import { useFormat } from '../../../wording/use-format.ts';
import { ActionProblem } from '../../ActionProblem.tsx';
import { RadioField } from '../../settings/RadioField.tsx';
import { type LossText, lossOf, lossParts, lossProblem, noLoss, totalLoss } from './losses.ts';

interface Props {
  recording: ReturnType<typeof useOutcome>;
  onSave: (outcome: NonNullable<OutcomeBody['outcome']>) => void;
  onClose: () => void;
}

/** Why the parcel came back, and what it cost. */
export function ReturnForm({ recording, onSave, onClose }: Props) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<'refused' | 'unclaimed'>('refused');
  const [loss, setLoss] = useState(noLoss);
  const [note, setNote] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (lossParts.some((part) => lossProblem(part, loss[part]) !== null)) return;
    const amounts = lossOf(loss);
    onSave({
      kind,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
      ...(totalLoss(amounts) === 0 ? {} : { loss: amounts }),
    });
  };
  return (
    <form onSubmit={save} noValidate>
      <BlockStack gap="400">
        <RadioField
          label={t('lists.return.kind')}
          choices={(['refused', 'unclaimed'] as const).map((value) => ({
            value,
            label: t(`lists.return.${value}`),
          }))}
          value={kind}
          error={undefined}
          isDisabled={recording.isPending}
          onChange={setKind}
        />
        <LossFields loss={loss} onChange={setLoss} />
        <TextField
          label={t('lists.return.note')}
          value={note}
          maxLength={255}
          multiline={2}
          autoComplete="off"
          onChange={setNote}
        />
        {recording.error !== null && <ActionProblem error={recording.error} />}
        <ButtonGroup>
          <Button submit variant="primary" loading={recording.isPending}>
            {t('lists.return.save')}
          </Button>
          <Button onClick={onClose}>{t('lists.form.cancel')}</Button>
        </ButtonGroup>
      </BlockStack>
    </form>
  );
}

function LossFields(props: { loss: LossText; onChange: (loss: LossText) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { loss, onChange } = props;
  const total = { amount: totalLoss(lossOf(loss)), currency: 'JPY' };
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('lists.return.loss')}
      </Text>
      <Text as="p" tone="subdued">
        {t('lists.return.lossHelp')}
      </Text>
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
        {lossParts.map((part) => {
          const problem = lossProblem(part, loss[part]);
          return (
            <TextField
              key={part}
              label={t(`lists.return.${part}`)}
              inputMode="numeric"
              suffix={t('lists.return.yen')}
              value={loss[part]}
              maxLength={12}
              autoComplete="off"
              {...(problem !== null && { error: t(`lists.return.${problem}`) })}
              onChange={(text) => onChange({ ...loss, [part]: text })}
            />
          );
        })}
      </InlineGrid>
      <div role="status">
        <Text as="p" fontWeight="semibold">
          {t('lists.return.total', { amount: format.money(total) })}
        </Text>
      </div>
    </BlockStack>
  );
}
