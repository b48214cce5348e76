import { BlockStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { PreviewAnswer } from '../../../contract/signals.ts';
import { AppLink } from '../AppLink.tsx';

/** Orders that would be judged otherwise, each with what decides it. */
export function ChangedOrders({ orders }: { orders: PreviewAnswer['changed'] }) {
  const { t } = useTranslation();
  return (
    <BlockStack gap="200">
      <ul className="plain-list effect-orders">
        {orders.map(({ id, name, from, to, because }) => (
          <li key={id}>
            <AppLink url={`/orders/${id}`}>{name}</AppLink>{' '}
            <Text as="span" fontWeight="semibold">
              {t('signals.effectOrderLine', { from: t(`level.${from}`), to: t(`level.${to}`) })}
            </Text>
            <Text as="p" variant="bodySm" tone="subdued">
              {because}
            </Text>
          </li>
        ))}
      </ul>
      <Text as="p" variant="bodySm" tone="subdued">
        {t('signals.effectNotPast')}
      </Text>
    </BlockStack>
  );
}
