import { BlockStack, Button, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ListEntryDto } from '../../../../contract/lists.ts';
import { useEntryChanges } from '../use-entry-changes.ts';

/** An entry that was taken from this order, and the way back. */
export function OwnEntry({ entry }: { entry: ListEntryDto }) {
  const { t } = useTranslation();
  const changes = useEntryChanges();
  return (
    <BlockStack gap="050">
      <Text as="p">{t('lists.order.own', { kind: t(`listKind.${entry.kind}`) })}</Text>
      <div>
        <Button variant="plain" loading={changes.isBusy} onClick={() => changes.remove(entry)}>
          {t('lists.order.ownRemove')}
        </Button>
      </div>
    </BlockStack>
  );
}
