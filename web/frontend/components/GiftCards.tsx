import { BlockStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { GiftCardMoves, GiftCardUse } from '../../contract/gift-cards.ts';
import { useFormat } from '../wording/use-format.ts';

/** Gift cards bought, used and paid back, here and earlier: the buyer knows which are not theirs. */
export function GiftCards({ use }: { use: GiftCardUse }) {
  const { t } = useTranslation();
  const words = useMoves();
  const here = words(use.here);
  return (
    <BlockStack gap="100">
      {here !== '' && <Text as="p">{t('order.giftCards.here', { moves: here })}</Text>}
      {use.earlier.length > 0 && (
        <ul className="plain-list">
          {use.earlier.map((order) => (
            <li key={order.id}>
              <Link url={`/orders/${order.id}`}>{order.name}</Link> {words(order)}
            </li>
          ))}
        </ul>
      )}
      <Text as="p" tone="subdued">
        {t('order.giftCards.ask')}
      </Text>
    </BlockStack>
  );
}

function useMoves(): (moves: GiftCardMoves) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (moves) =>
    (['bought', 'used', 'refunded'] as const)
      .flatMap((kind) => {
        const amount = moves[kind];
        return amount === null
          ? []
          : [t(`order.giftCards.${kind}`, { amount: format.money(amount) })];
      })
      .join(t('common.separator'));
}
