import { BlockStack, Button, ButtonGroup, Text } from '@shopify/polaris';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListEntryDto, ListKind } from '../../../contract/lists.ts';
import { useSaveEntry } from '../../queries/use-list-changes.ts';
import { Dialog } from './Dialog.tsx';
import { Duplicate, Refused } from './EntryAnswers.tsx';
import { bodyOf, draftOf, newDraft, withKind } from './entry-draft.ts';
import { isExpiryMissing } from './expiry-draft.ts';
import { IdentityFields } from './IdentityFields.tsx';
import { KindField } from './KindField.tsx';
import { ReasonFields } from './ReasonFields.tsx';
import { useListToasts } from './use-list-toasts.ts';

interface Props {
  /** Null: a new entry. */
  entry: ListEntryDto | null;
  /** Of a new entry. */
  kind: ListKind;
  onClose: () => void;
  /** Shows the entry that stands already. */
  onShow: (entry: ListEntryDto) => void;
}

/** A new entry, or another wording of one. */
export function EntryDialog({ entry, kind, onClose, onShow }: Props) {
  const { t } = useTranslation();
  const toasts = useListToasts();
  const saving = useSaveEntry();
  const [draft, setDraft] = useState(entry === null ? newDraft(kind) : draftOf(entry));
  const [isDateMissing, setDateMissing] = useState(false);
  const duplicate = saving.data?.duplicate === true ? saving.data.entry : null;
  const save = (event: FormEvent) => {
    event.preventDefault();
    setDateMissing(isExpiryMissing(draft.expiry));
    if (isExpiryMissing(draft.expiry)) return;
    const request = { id: entry?.id ?? null, body: bodyOf(draft, new Date()) };
    saving.mutate(request, {
      onSuccess: (answer) => {
        if (answer.duplicate) return;
        toasts.tell(entry === null ? 'added' : 'changed', answer);
        onClose();
      },
    });
  };
  const isNew = entry === null;
  return (
    <Dialog title={t(isNew ? 'lists.form.addTitle' : 'lists.form.editTitle')} onClose={onClose}>
      <form onSubmit={save} noValidate>
        <BlockStack gap="400">
          <KindField
            label={t('lists.form.kind')}
            kind={draft.kind}
            onChange={(chosen) => setDraft((now) => withKind(now, chosen))}
          />
          <BlockStack gap="200">
            <Text as="h3" variant="headingSm">
              {t('lists.form.who')}
            </Text>
            <Text as="p" tone="subdued">
              {t('lists.form.whoHelp')}
            </Text>
            <IdentityFields
              draft={draft}
              error={saving.error}
              onChange={(part) => setDraft((now) => ({ ...now, ...part }))}
            />
          </BlockStack>
          <ReasonFields
            draft={draft}
            error={saving.error}
            isDateMissing={isDateMissing}
            onChange={(part) => setDraft((now) => ({ ...now, ...part }))}
          />
          {saving.error !== null && <Refused error={saving.error} isNew={isNew} />}
          {duplicate !== null && <Duplicate entry={duplicate} onShow={onShow} />}
          <ButtonGroup>
            <Button submit variant="primary" loading={saving.isPending}>
              {t(isNew ? 'lists.form.save' : 'lists.form.saveEdit')}
            </Button>
            <Button onClick={onClose}>{t('lists.form.cancel')}</Button>
          </ButtonGroup>
        </BlockStack>
      </form>
    </Dialog>
  );
}
