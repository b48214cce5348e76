import { BlockStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Money, OrderDetail } from '../../contract/orders.ts';
import { useFormat } from '../wording/use-format.ts';
import { Facts } from './Facts.tsx';

/** Where the buyer's money is now. */
export function MoneyFacts({ order }: { order: OrderDetail }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const amount = (money: Money | null) =>
    money === null || money.amount === 0 ? null : format.money(money);
  const statusKey = `financialStatus.${order.money.status}`;
  const status = i18n.exists(statusKey) ? t(statusKey) : order.money.status;
  const payment = t(`paymentKind.${order.payment.kind}`);
  const { name } = order.payment;
  const hasOwnName = name !== '' && name !== payment;
  const { authorizationExpiresAt } = order;
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {t('order.money')}
      </Text>
      <Facts
        rows={[
          [t('order.total'), order.total === null ? null : format.money(order.total)],
          [
            t('orders.payment'),
            hasOwnName ? t('common.withDetail', { value: payment, detail: name }) : payment,
          ],
          [t('order.moneyStatus'), status],
          [t('order.authorized'), amount(order.money.authorized)],
          [t('order.captured'), amount(order.money.captured)],
          [t('order.refunded'), amount(order.money.refunded)],
          [
            t('order.authorizationUntil'),
            authorizationExpiresAt === null ? null : format.when(authorizationExpiresAt),
          ],
        ]}
      />
    </BlockStack>
  );
}
