import { BlockStack, Button, ButtonGroup, Checkbox, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../app-bridge.ts';
import { useSaveView } from '../../queries/use-case-changes.ts';
import { ActionProblem } from '../ActionProblem.tsx';
import { Dialog } from '../lists/Dialog.tsx';

/** A name for the filter that is being looked at, for the reader or for everybody of the shop. */
export function SaveViewDialog({ query, onClose }: { query: string; onClose: () => void }) {
  const { t } = useTranslation();
  const saving = useSaveView();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const save = () => {
    const typed = name.trim();
    setMissing(typed === '');
    if (typed === '') return;
    saving.mutate(
      { name: typed, query, shared },
      {
        onSuccess: () => {
          showToast(t('queue.save.done', { name: typed }));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title={t('queue.save.title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <BlockStack gap="400">
          <TextField
            label={t('queue.save.name')}
            value={name}
            maxLength={40}
            autoComplete="off"
            error={isMissing && t('queue.save.nameMissing')}
            onChange={setName}
          />
          <Checkbox
            label={t('queue.save.forAll')}
            helpText={t('queue.save.forAllHelp')}
            checked={shared}
            onChange={setShared}
          />
          {saving.error !== null && <ActionProblem error={saving.error} />}
          <ButtonGroup>
            <Button variant="primary" submit loading={saving.isPending}>
              {t('queue.save.go')}
            </Button>
            <Button onClick={onClose}>{t('queue.save.no')}</Button>
          </ButtonGroup>
        </BlockStack>
      </form>
    </Dialog>
  );
}
