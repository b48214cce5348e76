import { BlockStack, Button, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BuyerAnswer, buyerAnswers } from '../../../contract/contact-kinds.ts';
import { showToast } from '../../app-bridge.ts';
import { useRecordAnswer } from '../../queries/use-contact.ts';
import { ActionProblem } from '../ActionProblem.tsx';

/** What the buyer wrote back, left on the voicemail, or said in the shop. */
export function AnswerPart({ orderId }: { orderId: string }) {
  const { t } = useTranslation();
  const recording = useRecordAnswer(orderId);
  const [note, setNote] = useState('');
  const record = (answer: BuyerAnswer) =>
    recording.mutate(
      { answer, ...(note.trim() === '' ? {} : { note: note.trim() }) },
      {
        onSuccess: () => {
          setNote('');
          showToast(t('contact.answer.done'));
        },
      },
    );
  return (
    <BlockStack gap="300">
      <Text as="p" tone="subdued">
        {t('contact.answer.help')}
      </Text>
      <TextField
        label={t('contact.note')}
        value={note}
        maxLength={255}
        autoComplete="off"
        onChange={setNote}
      />
      {recording.error !== null && <ActionProblem error={recording.error} />}
      <div className="contact-results">
        {buyerAnswers.map((answer) => (
          <Button key={answer} disabled={recording.isPending} onClick={() => record(answer)}>
            {t(`contact.answer.${answer}`)}
          </Button>
        ))}
      </div>
      <Text as="p" variant="bodySm" tone="subdued">
        {t('contact.answer.effect')}
      </Text>
    </BlockStack>
  );
}
