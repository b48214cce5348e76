import { InlineStack, Text } from '@shopify/polaris';
import type { OrderSummary } from '../../contract/orders.ts';
import { useFormat } from '../wording/use-format.ts';
import { StateBadge } from './StateBadge.tsx';

/** The state, and for a hold since when. */
export function OrderState({ order }: { order: OrderSummary }) {
  const format = useFormat();
  return (
    <InlineStack gap="150" blockAlign="center">
      <StateBadge order={order} />
      {order.state === 'held' && order.heldSince !== null && (
        <Text as="span" variant="bodySm" tone="subdued">
          {format.since(order.heldSince)}
        </Text>
      )}
    </InlineStack>
  );
}
