import { BlockStack, ChoiceList, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { usePaymentNames } from '../../queries/use-payment-names.ts';
import { useFormat } from '../../wording/use-format.ts';
import { NewName } from './NewName.tsx';

interface Props {
  names: readonly string[];
  error: string | undefined;
  isDisabled: boolean;
  onChange: (names: string[]) => void;
}

/** The payment names that mean cash on delivery, picked from those on past orders or typed. */
export function CodNames({ names, error, isDisabled, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const seen = usePaymentNames().data?.names ?? [];
  const unseen = names.filter((name) => !seen.some((payment) => payment.name === name));
  const choices = [
    ...seen.map(({ name, orders, lastSeenAt }) => ({
      value: name,
      label: t('settings.cod.seen', { name, n: orders, when: format.date(lastSeenAt) }),
    })),
    ...unseen.map((name) => ({ value: name, label: t('settings.cod.unseen', { name }) })),
  ];
  return (
    <BlockStack gap="200">
      <ChoiceList
        allowMultiple
        title={t('settings.cod.names')}
        choices={choices}
        selected={[...names]}
        disabled={isDisabled}
        {...(error !== undefined && { error })}
        onChange={onChange}
      />
      <Text as="p" tone="subdued">
        {t(seen.length === 0 ? 'settings.cod.namesNone' : 'settings.cod.namesHelp')}
      </Text>
      <NewName
        label={t('settings.cod.addName')}
        isDisabled={isDisabled}
        onAdd={(name) => onChange([...names.filter((known) => known !== name), name])}
      />
    </BlockStack>
  );
}
