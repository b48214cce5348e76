import { BlockStack, Button, InlineError, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ContactDto } from '../../../contract/contact.ts';
import type { OrderDetail } from '../../../contract/orders.ts';
import { useConfirmSilence } from '../../queries/use-contact.ts';
import { problemKey } from '../../wording/problem-key.ts';

interface Props {
  order: OrderDetail;
  silence: NonNullable<ContactDto['silence']>;
}

/** Before the app cancels for silence a person looks for an answer where no app can look. */
export function Silence({ order, silence }: Props) {
  const { t } = useTranslation();
  const confirming = useConfirmSilence(order.id);
  if (silence === 'confirmed') {
    // Whoever has taken the cancellation back decides anew: it does not begin a second time.
    const isUndone = order.state !== 'cancelling' && order.state !== 'cancelled';
    return (
      <Text as="p">{t(isUndone ? 'contact.silence.decide' : 'contact.silence.confirmed')}</Text>
    );
  }
  return (
    <BlockStack gap="200">
      <Text as="p">{t('contact.silence.ask')}</Text>
      <div>
        <Button
          variant="primary"
          loading={confirming.isPending}
          onClick={() => confirming.mutate({})}
        >
          {t('contact.silence.confirm')}
        </Button>
      </div>
      {confirming.error !== null && (
        <InlineError message={t(problemKey(confirming.error))} fieldID="silence" />
      )}
    </BlockStack>
  );
}
