import { BlockStack, Card, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OrderDetail } from '../../contract/orders.ts';
import { useFormat } from '../wording/use-format.ts';
import { Addresses } from './Addresses.tsx';
import { Facts } from './Facts.tsx';

/** The order's own facts: where to, how to reach the buyer, what was bought. */
export function FactCards({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  return (
    <>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {t('order.addresses')}
          </Text>
          <Addresses shipping={order.shipping} billing={order.billing} />
        </BlockStack>
      </Card>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {t('order.contact')}
          </Text>
          <Contact order={order} />
          <Text as="h2" variant="headingMd">
            {t('order.items')}
          </Text>
          <Items items={order.items} />
          {order.note !== null && order.note !== '' && (
            <>
              <Text as="h2" variant="headingMd">
                {t('order.note')}
              </Text>
              <p className="buyers-note">{order.note}</p>
            </>
          )}
        </BlockStack>
      </Card>
    </>
  );
}

function Contact({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  const none = t('common.none');
  const { phone, email } = order;
  return (
    <Facts
      isWide
      rows={[
        [
          t('order.phone'),
          phone ? <Link url={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</Link> : none,
        ],
        [t('order.email'), email ? <Link url={`mailto:${email}`}>{email}</Link> : none],
      ]}
    />
  );
}

function Items({ items }: { items: OrderDetail['items'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (items.length === 0) return <Text as="p">{t('common.none')}</Text>;
  return (
    <ul className="items">
      {items.map((item, index) => (
        <li key={index}>
          <span>{item.title}</span>
          <span className="item-amount">
            {item.price !== null && `${format.money(item.price)} × `}
            {t('order.quantity', { n: item.quantity })}
          </span>
        </li>
      ))}
    </ul>
  );
}
