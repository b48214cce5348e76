import { BlockStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { SignalDto } from '../../contract/orders.ts';
import { Fold } from './Fold.tsx';

/** 未確認: neither safe nor suspicious, and shown so that nobody takes silence for an answer. */
export function UnknownChecks({ signals }: { signals: readonly SignalDto[] }) {
  const { t } = useTranslation();
  if (signals.length === 0) return null;
  return (
    <Fold summary={t('order.unknownChecks', { n: signals.length })}>
      <BlockStack gap="200">
        <Text as="p" tone="subdued">
          {t('order.unknownHelp')}
        </Text>
        <ul className="plain-list">
          {signals.map((signal) => (
            <li key={signal.id}>{t('common.of', { label: signal.name, value: signal.because })}</li>
          ))}
        </ul>
      </BlockStack>
    </Fold>
  );
}
