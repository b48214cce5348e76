import { BlockStack, Button, ButtonGroup, Select, Text } from '@shopify/polaris';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { isReasonFor, listKinds } from '../../../../contract/list-kinds.ts';
import type { ListProposal } from '../../../../contract/lists.ts';
import { useSaveEntry } from '../../../queries/use-list-changes.ts';
import { Duplicate, Refused } from '../EntryAnswers.tsx';
import { reasonsFor, withKind } from '../entry-draft.ts';
import { expiryBody, isExpiryMissing, newExpiry } from '../expiry-draft.ts';
import { ReasonFields, type WhyDraft } from '../ReasonFields.tsx';
import { useEntryChanges } from '../use-entry-changes.ts';
import { useListToasts } from '../use-list-toasts.ts';
import { whoOf } from '../who.ts';
import { KeyChoices } from './KeyChoices.tsx';
import { chosenIdentity, proposalKeys, usualKeys } from './proposal-keys.ts';

interface Props {
  orderId: string;
  proposal: ListProposal;
  /** 「やめる」 or, after an outcome, 「登録しない」 */
  cancel: string;
  onClose: () => void;
}

/** What of the order is remembered, as what, why and how long. */
export function ProposalForm({ orderId, proposal, cancel, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toasts = useListToasts();
  const changes = useEntryChanges();
  const saving = useSaveEntry();
  const keys = proposalKeys(proposal.identity);
  const [ticked, setTicked] = useState(usualKeys(keys, proposal.kind));
  const [draft, setDraft] = useState<WhyDraft>(startOf(proposal));
  const [isTried, setTried] = useState(false);
  const isDateMissing = isTried && isExpiryMissing(draft.expiry);
  const isNoneTicked = isTried && ticked.size === 0;
  const duplicate = saving.data?.duplicate === true ? saving.data.entry : null;
  const setKind = (chosen: string) => {
    const kind = listKinds.find((known) => known === chosen);
    if (kind === undefined) return;
    setDraft((now) => withKind(now, kind));
    setTicked(usualKeys(keys, kind));
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (ticked.size === 0 || isExpiryMissing(draft.expiry)) return;
    const identity = chosenIdentity(proposal.identity, ticked);
    const { kind, reason, note, expiry } = draft;
    const body = { kind, reason, identity, note: note.trim() || null, orderId };
    saving.mutate(
      { id: null, body: { ...body, ...expiryBody(expiry, new Date()) } },
      {
        onSuccess: (answer) => {
          if (answer.duplicate) return;
          toasts.tell('added', answer, () => changes.remove(answer.entry));
          onClose();
        },
      },
    );
  };
  if (keys.length === 0) return <Text as="p">{t('lists.proposal.nothing')}</Text>;
  return (
    <form onSubmit={save} noValidate>
      <BlockStack gap="400">
        {proposal.existing.map((entry) => (
          <Text as="p" key={entry.id}>
            {t('lists.proposal.existing', { kind: t(`listKind.${entry.kind}`) })}
          </Text>
        ))}
        <Select
          label={t('lists.form.kind')}
          helpText={t(`lists.kindAbout.${draft.kind}`)}
          options={listKinds.map((value) => ({ value, label: t(`listKind.${value}`) }))}
          value={draft.kind}
          onChange={setKind}
        />
        <KeyChoices
          keys={keys}
          ticked={ticked}
          kind={draft.kind}
          isMissing={isNoneTicked}
          hasLeftOut={proposal.leftOut.length > 0}
          onChange={setTicked}
        />
        <ReasonFields
          draft={draft}
          error={saving.error}
          isDateMissing={isDateMissing}
          onChange={(part) => setDraft((now) => ({ ...now, ...part }))}
        />
        {saving.error !== null && <Refused error={saving.error} isNew />}
        {duplicate !== null && (
          <Duplicate
            entry={duplicate}
            onShow={({ kind, identity }) => {
              const search = new URLSearchParams({ kind, q: whoOf(identity) });
              void navigate(`/lists?${search}`);
            }}
          />
        )}
        <ButtonGroup>
          <Button submit variant="primary" loading={saving.isPending}>
            {t('lists.form.save')}
          </Button>
          <Button onClick={onClose}>{cancel}</Button>
        </ButtonGroup>
      </BlockStack>
    </form>
  );
}

function startOf({ kind, reason }: ListProposal): WhyDraft {
  const fitting = isReasonFor(kind, reason) ? reason : (reasonsFor(kind)[0] ?? 'other');
  return { kind, reason: fitting, expiry: newExpiry, note: '' };
}
