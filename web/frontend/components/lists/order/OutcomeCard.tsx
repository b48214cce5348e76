import { BlockStack, Button, Card, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderDetail } from '../../../../contract/orders.ts';
import { ActionProblem } from '../../ActionProblem.tsx';
import { Offer } from './Offer.tsx';
import { OrderDialog, type OrderDialogKind } from './OrderDialog.tsx';
import { OtherEnds } from './OtherEnds.tsx';
import { OutcomeFacts } from './OutcomeFacts.tsx';
import { OutcomeLine } from './OutcomeLine.tsx';
import { OwnEntry } from './OwnEntry.tsx';
import { useOutcomeRecord } from './use-outcome-record.ts';

/** 結果とリスト: how the order ended, and whether it is remembered. */
export function OutcomeCard({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  const record = useOutcomeRecord(order.id);
  const [opened, setOpened] = useState<OrderDialogKind | null>(null);
  const own = order.lists.map(({ entry }) => entry).filter((entry) => entry.order?.id === order.id);
  const isRecorded = order.outcome !== null;
  // A parcel that has not left cannot come back; it may have left where Shopify was not told.
  const isShipped = order.state === 'shipped';
  const cameBack = (
    <OutcomeLine help={t('lists.order.cameBackHelp')}>
      <Button fullWidth onClick={() => setOpened('return')}>
        {t('lists.order.cameBack')}
      </Button>
    </OutcomeLine>
  );
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('lists.order.title')}
        </Text>
        {order.outcome === null ? (
          <Text as="p" tone="subdued">
            {t('lists.order.none')}
          </Text>
        ) : (
          <OutcomeFacts
            outcome={order.outcome}
            isBusy={record.isBusy}
            onTakeBack={record.takeBack}
          />
        )}
        {record.error !== null && <ActionProblem error={record.error} />}
        {own.map((entry) => (
          <OwnEntry key={entry.id} entry={entry} />
        ))}
        <div className="actions">
          <Offer order={order} onOpen={() => setOpened('list')} />
          {!isRecorded && isShipped && cameBack}
          <OutcomeLine help={t('lists.order.addHelp')}>
            <Button fullWidth onClick={() => setOpened('list')}>
              {t('lists.order.add')}
            </Button>
          </OutcomeLine>
        </div>
        {!isRecorded && (
          <OtherEnds isBusy={record.isBusy} onRecord={record.save}>
            {!isShipped && cameBack}
          </OtherEnds>
        )}
      </BlockStack>
      {opened !== null && (
        <OrderDialog order={order} kind={opened} onClose={() => setOpened(null)} />
      )}
    </Card>
  );
}
