import { BlockStack, Card, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderDetail } from '../../contract/orders.ts';
import { shipmentLine } from '../wording/shipment-line.ts';
import { Disputes } from './Disputes.tsx';
import { Facts } from './Facts.tsx';
import { GiftCards } from './GiftCards.tsx';

/** What is worth knowing beside the decision: the shipment, the buyer's past. */
export function SideCards({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="400">
        <Part title={t('order.shipment')}>
          <Shipment order={order} />
        </Part>
        <Part title={t('order.history')}>
          <History history={order.history} />
        </Part>
        {order.disputes.length > 0 && (
          <Part title={t('disputes.title')}>
            <Disputes disputes={order.disputes} />
          </Part>
        )}
        {order.giftCards !== undefined && (
          <Part title={t('order.giftCards.title')}>
            <GiftCards use={order.giftCards} />
          </Part>
        )}
        {order.tags.length > 0 && (
          <Part title={t('order.tags')}>
            <Text as="p">{order.tags.join(t('common.separator'))}</Text>
          </Part>
        )}
      </BlockStack>
    </Card>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <BlockStack gap="100">
      <Text as="h2" variant="headingSm">
        {title}
      </Text>
      {children}
    </BlockStack>
  );
}

function Shipment({ order }: { order: OrderDetail }) {
  const { t, i18n } = useTranslation();
  if (order.holds.length === 0) return <Text as="p">{t('order.noShipment')}</Text>;
  return (
    <ul className="plain-list">
      {order.holds.map((hold) => {
        const key = shipmentLine(order, hold);
        return (
          <li key={`${hold.fulfillmentOrder} ${hold.ours}`}>
            {i18n.exists(key) ? t(key) : hold.status}
          </li>
        );
      })}
    </ul>
  );
}

function History({ history }: { history: OrderDetail['history'] }) {
  const { t } = useTranslation();
  const times = (n: number | null) => (n === null ? t('common.unknown') : t('order.times', { n }));
  if (history.earlierOrders === 0) return <Text as="p">{t('order.firstTime')}</Text>;
  const days = history.firstOrderDaysAgo;
  return (
    <Facts
      rows={[
        [t('order.earlierOrders'), times(history.earlierOrders)],
        [t('order.goodOrders'), times(history.goodOrders)],
        [t('order.firstOrder'), days === null ? null : t('order.daysAgo', { n: days })],
      ]}
    />
  );
}
