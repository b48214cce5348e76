import { BlockStack, Button, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDto } from '../../../contract/queue.ts';
import { showToast } from '../../app-bridge.ts';
import { useAddNote } from '../../queries/use-case-changes.ts';
import { useFormat } from '../../wording/use-format.ts';
import { ActionProblem } from '../ActionProblem.tsx';

/** What staff wrote down for each other, and a place to write. */
export function CaseNotes({ orderId, notes }: { orderId: string; notes: CaseDto['notes'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const adding = useAddNote(orderId);
  const [text, setText] = useState('');
  const add = () =>
    adding.mutate(text.trim(), {
      onSuccess: () => {
        setText('');
        showToast(t('queue.card.noteDone'));
      },
    });
  return (
    <BlockStack gap="200">
      {notes.length > 0 && (
        <ul className="plain-list">
          {notes.map((note) => (
            <li key={`${note.at} ${note.text}`}>
              <p className="buyers-note">{note.text}</p>
              <Text as="p" variant="bodySm" tone="subdued">
                {t('queue.card.noteBy', { name: note.by, when: format.when(note.at) })}
              </Text>
            </li>
          ))}
        </ul>
      )}
      <TextField
        label={t('queue.card.note')}
        helpText={t('queue.card.noteHelp')}
        value={text}
        multiline={2}
        maxLength={2000}
        autoComplete="off"
        onChange={setText}
      />
      {adding.error !== null && <ActionProblem error={adding.error} />}
      <div>
        <Button size="slim" disabled={text.trim() === ''} loading={adding.isPending} onClick={add}>
          {t('queue.card.noteGo')}
        </Button>
      </div>
    </BlockStack>
  );
}
