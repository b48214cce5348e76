import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ContactDto } from '../../../contract/contact.ts';
import { useIdSeen } from '../../queries/use-contact.ts';
import { useFormat } from '../../wording/use-format.ts';
import { ActionProblem } from '../ActionProblem.tsx';

/** "ID seen", by whom and when: nothing of the document itself is kept anywhere. */
export function IdPart({ orderId, seen }: { orderId: string; seen: ContactDto['idSeen'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const recording = useIdSeen(orderId);
  return (
    <BlockStack gap="150">
      <InlineStack gap="300" align="space-between" blockAlign="center">
        <Text as="p">
          {seen === null
            ? t('contact.id.notSeen')
            : t('contact.id.seen', { name: seen.by, when: format.when(seen.at) })}
        </Text>
        <Button
          size="slim"
          loading={recording.isPending}
          onClick={() => recording.mutate({ seen: seen === null })}
        >
          {t(seen === null ? 'contact.id.record' : 'contact.id.undo')}
        </Button>
      </InlineStack>
      {seen === null && (
        <Text as="p" variant="bodySm" tone="subdued">
          {t('contact.id.help')}
        </Text>
      )}
      {recording.error !== null && <ActionProblem error={recording.error} />}
    </BlockStack>
  );
}
