import { BlockStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { SignalDto } from '../../contract/orders.ts';
import { missingFact } from '../wording/missing-fact.ts';
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
            <UnknownCheck key={signal.id} signal={signal} />
          ))}
        </ul>
      </BlockStack>
    </Fold>
  );
}

function UnknownCheck({ signal }: { signal: SignalDto }) {
  const { t } = useTranslation();
  const missing = missingFact(signal);
  const { name } = signal;
  return <li>{missing === null ? name : t('common.of', { label: name, value: missing })}</li>;
}
