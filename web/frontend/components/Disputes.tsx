import { BlockStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { DisputeDto } from '../../contract/orders.ts';
import { useFormat } from '../wording/use-format.ts';
import { Facts } from './Facts.tsx';

/** Chargebacks and inquiries of card companies: how they stand, why, and until when evidence is taken. */
export function Disputes({ disputes }: { disputes: readonly DisputeDto[] }) {
  return (
    <BlockStack gap="300">
      {disputes.map((dispute) => (
        <Dispute key={`${dispute.at} ${dispute.type} ${dispute.status}`} dispute={dispute} />
      ))}
    </BlockStack>
  );
}

function Dispute({ dispute }: { dispute: DisputeDto }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useShopifyWords();
  const { at, amount, reason, status, evidenceDueBy } = dispute;
  const isOpen = status === 'needs_response';
  return (
    <BlockStack gap="100">
      <Text as="p">{t(`disputes.type.${dispute.type ?? 'unknown'}`)}</Text>
      <Facts
        rows={[
          [t('disputes.label.status'), words('status', status)],
          [t('disputes.label.reason'), reason === null ? null : words('reason', reason)],
          [t('disputes.label.amount'), amount === null ? null : format.money(amount)],
          [t('disputes.label.at'), at === null ? null : format.date(at)],
          [
            t('disputes.label.dueBy'),
            isOpen && evidenceDueBy !== null ? format.dateTime(evidenceDueBy) : null,
          ],
        ]}
      />
    </BlockStack>
  );
}

/** Shopify may add a word: it is then shown as Shopify writes it. */
function useShopifyWords(): (kind: 'status' | 'reason', word: string) => string {
  const { t, i18n } = useTranslation();
  return (kind, word) => {
    const key = `disputes.${kind}.${word}`;
    return i18n.exists(key) ? t(key) : word.replaceAll('_', ' ');
  };
}
