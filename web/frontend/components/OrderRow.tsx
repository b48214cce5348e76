import { BlockStack, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OrderSummary } from '../../contract/orders.ts';
import { useFormat } from '../wording/use-format.ts';
import { AppLink } from './AppLink.tsx';
import { HoldTrouble } from './HoldTrouble.tsx';
import { LevelBadge } from './LevelBadge.tsx';
import { ListMarkBadge } from './ListMarkBadge.tsx';
import { OrderState } from './OrderState.tsx';

/** One order in a list: what it is, why it matters, since when. The whole row leads to it. */
export function OrderRow({ order }: { order: OrderSummary }) {
  const { t } = useTranslation();
  const format = useFormat();
  const total = order.total === null ? t('orders.noTotal') : format.money(order.total);
  const payment = t(`paymentKind.${order.payment.kind}`);
  return (
    <li className="order-row">
      <BlockStack gap="150">
        <InlineStack gap="200" blockAlign="center" align="space-between">
          <InlineStack gap="200" blockAlign="center">
            <LevelBadge level={order.level} />
            <ListMarkBadge mark={order.list} />
            <AppLink url={`/orders/${order.id}`} className="row-link">
              {order.name}
            </AppLink>
            <Text as="span">{order.buyer ?? t('orders.buyerUnknown')}</Text>
          </InlineStack>
          <Text as="span" fontWeight="medium">
            {t('common.of', { label: payment, value: total })}
          </Text>
        </InlineStack>
        <Text as="p">{order.reasons.join(t('common.separator')) || t('orders.noReasons')}</Text>
        <OrderState order={order} />
        {order.cannotHold !== null && <HoldTrouble reason={order.cannotHold} />}
        {order.authorizationExpiresAt !== null && (
          <Text as="p" variant="bodySm" tone="subdued">
            {t('today.authorizationUntil', { when: format.when(order.authorizationExpiresAt) })}
          </Text>
        )}
      </BlockStack>
    </li>
  );
}
