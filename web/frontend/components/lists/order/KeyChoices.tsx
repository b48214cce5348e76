import { BlockStack, ChoiceList, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ListKind } from '../../../../contract/lists.ts';
import type { ProposalKey } from './proposal-keys.ts';

interface Props {
  keys: readonly ProposalKey[];
  ticked: ReadonlySet<string>;
  kind: ListKind;
  isMissing: boolean;
  hasLeftOut: boolean;
  onChange: (ticked: Set<string>) => void;
}

/** Which of the order's own details are remembered. */
export function KeyChoices({ keys, ticked, kind, isMissing, hasLeftOut, onChange }: Props) {
  const { t } = useTranslation();
  const isWeak = ({ field }: ProposalKey) => field === 'Name' || field === 'Ip';
  const chosen = keys.filter(({ id }) => ticked.has(id));
  const isOnlyWeak = chosen.length > 0 && chosen.every(isWeak);
  return (
    <BlockStack gap="200">
      <ChoiceList
        allowMultiple
        title={t('lists.proposal.keys')}
        choices={keys.map(({ id, field, value }) => ({
          value: id,
          label: t(`lists.proposal.key${field}`, { value }),
        }))}
        selected={[...ticked]}
        {...(isMissing && { error: t('lists.proposal.keysMissing') })}
        onChange={(selected) => onChange(new Set(selected))}
      />
      <Text as="p" tone="subdued">
        {t(kind === 'protected' ? 'lists.proposal.victimKeys' : 'lists.proposal.keysHelp')}
      </Text>
      <div role="status">{isOnlyWeak && <Text as="p">{t('lists.proposal.weakKey')}</Text>}</div>
      {hasLeftOut && <Text as="p">{t('lists.proposal.leftOut')}</Text>}
    </BlockStack>
  );
}
