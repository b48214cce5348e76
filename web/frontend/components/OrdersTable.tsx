import { BlockStack, IndexTable, Link, Text, useBreakpoints } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OrderSummary } from '../../contract/orders.ts';
import { useFormat } from '../wording/use-format.ts';
import { HoldTrouble } from './HoldTrouble.tsx';
import { LevelBadge } from './LevelBadge.tsx';
import { ListMarkBadge } from './ListMarkBadge.tsx';
import { OrderRow } from './OrderRow.tsx';
import { OrderState } from './OrderState.tsx';

interface Props {
  orders: OrderSummary[];
  /** Rows of the filter before this one, shown until the new ones are there. */
  isStale: boolean;
}

/** A table where there is room for one, a list of the same facts on a telephone. */
export function OrdersTable({ orders, isStale }: Props) {
  const { t } = useTranslation();
  const { mdDown } = useBreakpoints();
  if (mdDown) {
    return (
      <ul className="order-list" aria-busy={isStale}>
        {orders.map((order) => (
          <OrderRow key={order.id} order={order} />
        ))}
      </ul>
    );
  }
  return (
    <IndexTable
      selectable={false}
      resourceName={{ singular: t('orders.resourceOne'), plural: t('orders.resourceMany') }}
      itemCount={orders.length}
      loading={isStale}
      headings={[
        { title: t('level.label') },
        { title: t('orders.order') },
        { title: t('orders.reasons') },
        { title: t('orders.amount'), alignment: 'end' },
        { title: t('orders.payment') },
        { title: t('state.label') },
        { title: t('orders.age') },
      ]}
    >
      {orders.map((order, index) => (
        <TableRow key={order.id} order={order} index={index} />
      ))}
    </IndexTable>
  );
}

function TableRow({ order, index }: { order: OrderSummary; index: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <IndexTable.Row id={order.id} position={index}>
      <IndexTable.Cell>
        <BlockStack gap="050" inlineAlign="start">
          <LevelBadge level={order.level} />
          <ListMarkBadge mark={order.list} />
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <BlockStack>
          <Link dataPrimaryLink monochrome removeUnderline url={`/orders/${order.id}`}>
            <Text as="span" fontWeight="semibold">
              {order.name}
            </Text>
          </Link>
          <Text as="span" tone="subdued">
            {order.buyer ?? t('orders.buyerUnknown')}
          </Text>
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell className="reasons-cell">
        {order.reasons.join(t('common.separator')) || t('orders.noReasons')}
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {order.total === null ? t('orders.noTotal') : format.money(order.total)}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>{t(`paymentKind.${order.payment.kind}`)}</IndexTable.Cell>
      <IndexTable.Cell className="state-cell">
        <OrderState order={order} />
        {order.cannotHold !== null && <HoldTrouble isShort reason={order.cannotHold} />}
      </IndexTable.Cell>
      <IndexTable.Cell>{format.when(order.createdAt)}</IndexTable.Cell>
    </IndexTable.Row>
  );
}
