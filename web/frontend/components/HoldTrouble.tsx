import { Icon, InlineStack, Text } from '@shopify/polaris';
import { AlertTriangleIcon } from '@shopify/polaris-icons';
import { useTranslation } from 'react-i18next';
import type { CannotHoldReason } from '../../contract/orders.ts';

/** Why an order that should be held is not, and what a person can do about it. */
export function HoldTrouble({ reason }: { reason: CannotHoldReason }) {
  const { t } = useTranslation();
  const text = t(`cannotHold.${reason}`);
  if (reason === 'waiting') {
    return (
      <Text as="p" tone="subdued">
        {text}
      </Text>
    );
  }
  return (
    <InlineStack gap="100" wrap={false} blockAlign="start">
      <span className="inline-icon">
        <Icon source={AlertTriangleIcon} tone="critical" />
      </span>
      <Text as="p" tone="critical">
        {t('common.of', { label: t('cannotHold.title'), value: text })}
      </Text>
    </InlineStack>
  );
}
