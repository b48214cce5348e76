import { Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../../contract/queue.ts';

/** 「ほか2件（同じ電話・同じお届け先）」: other orders of the same case, and why they are in it. */
export function LinkedText({ row }: { row: Pick<QueueRow, 'orders' | 'links'> }) {
  const { t } = useTranslation();
  if (row.orders < 2) return null;
  const why = row.links.map((link) => t(`queue.link.${link}`)).join(t('common.dot'));
  const others = t('queue.others', { n: row.orders - 1 });
  return (
    <Text as="span" variant="bodySm">
      {why === '' ? others : t('common.withDetail', { value: others, detail: why })}
    </Text>
  );
}
