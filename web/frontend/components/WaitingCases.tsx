import { Badge, Card, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { QueueAnswer } from '../../contract/queue.ts';
import type { TodayAnswer } from '../../contract/today.ts';
import { useNow } from '../wording/use-now.ts';
import { AppLink } from './AppLink.tsx';
import { NothingWaits } from './NothingWaits.tsx';
import { WaitingCase } from './WaitingCase.tsx';

interface Props {
  today: TodayAnswer;
  waiting: QueueAnswer;
}

/** What waits for a person, the nearest deadline first; or, kindly, that nothing does. */
export function WaitingCases({ today, waiting }: Props) {
  const { t } = useTranslation();
  const now = useNow(true, 20_000);
  if (waiting.rows.length === 0) return <NothingWaits isObserving={today.mode === 'observe'} />;
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
        {waiting.rows.map((row) => (
          <WaitingCase
            key={row.id}
            row={row}
            now={now}
            summary={today.waiting.find(({ id }) => id === row.order.id) ?? null}
          />
        ))}
      </ul>
      <div className="card-foot">
        <AppLink url="/queue?sort=deadline">
          {t('today.waitingMore', { n: waiting.counts.open })}
        </AppLink>
      </div>
    </Card>
  );
}
