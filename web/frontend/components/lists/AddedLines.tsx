import { Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ListEntryDto } from '../../../contract/lists.ts';
import { useFormat } from '../../wording/use-format.ts';

/** When, by whom, and from which order somebody came onto the list. */
export function AddedLines({ entry }: { entry: ListEntryDto }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <Text as="p">{format.when(entry.addedAt)}</Text>
      <Text as="p" tone="subdued">
        <AddedBy by={entry.addedBy} />
      </Text>
      {entry.order !== null && (
        <Link url={`/orders/${entry.order.id}`}>
          {t('lists.fromOrder', { name: entry.order.name })}
        </Link>
      )}
    </>
  );
}

function AddedBy({ by }: { by: ListEntryDto['addedBy'] }) {
  const { t } = useTranslation();
  if (by.kind !== 'staff') return t(`lists.addedBy.${by.kind}`);
  return by.name ?? t('lists.addedBy.staffUnknown');
}
