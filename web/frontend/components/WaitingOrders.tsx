import { Badge, BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { TodayAnswer } from '../../contract/today.ts';
import { AppLink } from './AppLink.tsx';
import { OrderRow } from './OrderRow.tsx';

/** What waits for a person, most urgent first; or, kindly, that nothing does. */
export function WaitingOrders({ today }: { today: TodayAnswer }) {
  const { t } = useTranslation();
  if (today.waiting.length === 0) return <NothingWaits isObserving={today.mode === 'observe'} />;
  return (
    <Card padding="0">
      <div className="card-head">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {t('today.waiting')}
          </Text>
          {today.newSince > 0 && (
            <Badge tone="info">{t('today.newSince', { n: today.newSince })}</Badge>
          )}
        </InlineStack>
      </div>
      <ul className="order-list">
        {today.waiting.map((order) => (
          <OrderRow key={order.id} order={order} />
        ))}
      </ul>
      {today.held.count > 0 && (
        <div className="card-foot">
          <AppLink url="/orders?state=held">{t('today.waitingMore')}</AppLink>
        </div>
      )}
    </Card>
  );
}

function NothingWaits({ isObserving }: { isObserving: boolean }) {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t('today.nothingTitle')}
        </Text>
        <Text as="p">{t('today.nothingBody')}</Text>
        {isObserving && (
          <Text as="p" tone="subdued">
            {t('today.nothingObserve')}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}
