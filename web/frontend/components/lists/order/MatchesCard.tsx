import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OrderDetail } from '../../../../contract/orders.ts';
import { Match } from './Match.tsx';
import './matches.css';

/** リストとの照合: whom the order resembles, and in what. Entries taken from it are told elsewhere. */
export function MatchesCard({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  const matches = order.lists.filter(({ entry }) => entry.order?.id !== order.id);
  if (matches.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('lists.match.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t('lists.match.about')}
          </Text>
          <p className="match-legend">
            <span className="piece-same">{t('lists.match.legendSame')}</span>
            <span className="piece-other">{t('lists.match.legendOther')}</span>
          </p>
        </BlockStack>
        {matches.map((match) => (
          <Match key={match.entry.id} match={match} />
        ))}
      </BlockStack>
    </Card>
  );
}
