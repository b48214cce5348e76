import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OrderDetail } from '../../contract/orders.ts';
import type { MeAnswer } from '../../contract/today.ts';
import { pendingActions } from '../wording/pending-action.ts';
import { ApproveAction } from './ApproveAction.tsx';
import { CancelAction } from './CancelAction.tsx';
import { HoldAction } from './HoldAction.tsx';
import { PlainAction } from './PlainAction.tsx';
import type { OrderButtons } from './use-order-buttons.ts';
import { VoidAction } from './VoidAction.tsx';

export interface ActionProps {
  order: OrderDetail;
  buttons: OrderButtons;
  /** Something is under way already; a second click could only collide with it. */
  isBusy: boolean;
}

/** Every button with what it will do standing beside it. */
export function ActionsCard({
  order,
  me,
  buttons,
}: {
  order: OrderDetail;
  me: MeAnswer;
  buttons: OrderButtons;
}) {
  const { t } = useTranslation();
  const isPending = pendingActions(order.actions).length > 0 || order.state === 'cancelling';
  const props = { order, buttons, isBusy: isPending || buttons.running !== null };
  const mayEnd = me.may.cancel;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('order.actions')}
        </Text>
        {isPending && (
          <Text as="p" tone="subdued">
            {t('order.busy')}
          </Text>
        )}
        <div className="actions">
          {order.plan.approve && <ApproveAction {...props} />}
          {order.plan.release && <PlainAction {...props} kind="release" />}
          <CancelAction {...props} isAllowed={mayEnd} />
          <VoidAction {...props} isAllowed={mayEnd} />
          {order.plan.hold && <HoldAction {...props} />}
          <PlainAction {...props} kind="reassess" />
        </div>
      </BlockStack>
    </Card>
  );
}
