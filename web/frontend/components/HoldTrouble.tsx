import { Icon, InlineStack, Text } from '@shopify/polaris';
import { AlertTriangleIcon } from '@shopify/polaris-icons';
import { useTranslation } from 'react-i18next';
import type { CannotHoldReason } from '../../contract/orders.ts';

interface Props {
  reason: CannotHoldReason;
  /** In a table: that it cannot be held; why and what to do stands on the order's page. */
  isShort?: boolean;
}

/** Why an order that should be held is not, and what a person can do about it. */
export function HoldTrouble({ reason, isShort = false }: Props) {
  const { t } = useTranslation();
  const text = t(`cannotHold.${reason}`);
  const title = t('cannotHold.title');
  if (reason === 'waiting') {
    // The state's badge says so already.
    if (isShort) return null;
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
        {isShort ? title : t('common.of', { label: title, value: text })}
      </Text>
    </InlineStack>
  );
}
