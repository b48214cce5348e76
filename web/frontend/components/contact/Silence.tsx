import { BlockStack, Button, InlineError, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ContactDto } from '../../../contract/contact.ts';
import { useConfirmSilence } from '../../queries/use-contact.ts';
import { problemKey } from '../../wording/problem-key.ts';

interface Props {
  orderId: string;
  silence: ContactDto['silence'];
}

/** Before the app cancels for silence a person looks for an answer where no app can look. */
export function Silence({ orderId, silence }: Props) {
  const { t } = useTranslation();
  const confirming = useConfirmSilence(orderId);
  if (silence === null) return null;
  if (silence === 'confirmed') return <Text as="p">{t('contact.silence.confirmed')}</Text>;
  return (
    <BlockStack gap="200">
      <Text as="p">{t('contact.silence.ask')}</Text>
      <div>
        <Button loading={confirming.isPending} onClick={() => confirming.mutate({})}>
          {t('contact.silence.confirm')}
        </Button>
      </div>
      {confirming.error !== null && (
        <InlineError message={t(problemKey(confirming.error))} fieldID="silence" />
      )}
    </BlockStack>
  );
}
