import { BlockStack, Icon, Text } from '@shopify/polaris';
import { AlertCircleIcon, CheckCircleIcon } from '@shopify/polaris-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignalDto } from '../../contract/orders.ts';

interface Props {
  signals: readonly SignalDto[];
  /** What can be done about one of them. */
  tool?: (signal: SignalDto) => ReactNode;
}

/** Reasons with this order's facts, and what speaks against alarm. */
export function Reasons({ signals, tool }: Props) {
  return (
    <ul className="reasons">
      {signals.map((signal) => (
        <Reason key={signal.id} signal={signal} tool={tool?.(signal)} />
      ))}
    </ul>
  );
}

function Reason({ signal, tool }: { signal: SignalDto; tool: ReactNode }) {
  const { t } = useTranslation();
  const isReassuring = signal.points < 0;
  return (
    <li className="reason">
      <span className="inline-icon">
        <Icon
          source={isReassuring ? CheckCircleIcon : AlertCircleIcon}
          tone={isReassuring ? 'success' : 'caution'}
        />
      </span>
      <BlockStack gap="050">
        <Text as="p">
          <Text as="span" fontWeight="semibold">
            {signal.name}
          </Text>{' '}
          <Text as="span" variant="bodySm" tone="subdued">
            {t('order.points', { n: signal.points })}
          </Text>
        </Text>
        <Text as="p">{signal.because}</Text>
        {signal.caution !== '' && (
          <Text as="p" variant="bodySm" tone="subdued">
            {t('order.butConsider', { text: signal.caution })}
          </Text>
        )}
        {tool}
      </BlockStack>
    </li>
  );
}
