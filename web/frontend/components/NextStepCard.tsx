import { Banner, BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ActionDto, OrderDetail } from '../../contract/orders.ts';
import { nextStepWords } from '../wording/next-step.ts';
import { actionsToShow, lastFailure } from '../wording/pending-action.ts';
import { useNow } from '../wording/use-now.ts';
import { ActionProblem } from './ActionProblem.tsx';
import { SecurityCode } from './checkout/SecurityCode.tsx';
import { HoldTrouble } from './HoldTrouble.tsx';
import { MoneyFacts } from './MoneyFacts.tsx';
import { PendingAction } from './PendingAction.tsx';
import type { OrderButtons } from './use-order-buttons.ts';

/** One plain sentence on what to do, what is under way, and where the money stands. */
export function NextStepCard({ order, buttons }: { order: OrderDetail; buttons: OrderButtons }) {
  const { t, i18n } = useTranslation();
  const key = nextStepWords(order);
  const now = useNow(order.actions.some((action) => action.undoUntil !== null));
  const failure = lastFailure(order.actions);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {t('order.now')}
          </Text>
          <Text as="p">{i18n.exists(key) ? t(key) : order.nextStep}</Text>
          {order.cannotHold !== null && <HoldTrouble reason={order.cannotHold} />}
        </BlockStack>
        {actionsToShow(order.actions, now).map((action) => (
          <PendingAction key={action.id} action={action} now={now} buttons={buttons} />
        ))}
        {buttons.problem?.at === 'undo' && <ActionProblem error={buttons.problem.error} />}
        {failure !== null && <FailedAction action={failure} />}
        <MoneyFacts order={order} />
        <SecurityCode order={order} />
      </BlockStack>
    </Card>
  );
}

function FailedAction({ action }: { action: ActionDto }) {
  const { t } = useTranslation();
  return (
    <Banner tone="critical" title={t(`order.failed.${action.kind}`)}>
      <BlockStack gap="100">
        {action.failure !== null && <p>{t(`errors.${action.failure.code}`)}</p>}
        {action.failure !== null && action.failure.message !== '' && (
          <p>{t('problem.shopifySays', { message: action.failure.message })}</p>
        )}
      </BlockStack>
    </Banner>
  );
}
