import { Badge, BlockStack, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OrderSummary } from '../../contract/orders.ts';
import type { DeadlineDto, QueueRow } from '../../contract/queue.ts';
import { deadlineState } from '../wording/deadline-state.ts';
import { useFormat } from '../wording/use-format.ts';
import { AppLink } from './AppLink.tsx';
import { HoldTrouble } from './HoldTrouble.tsx';
import { LevelBadge } from './LevelBadge.tsx';
import { ListMarkBadge } from './ListMarkBadge.tsx';
import { OrderState } from './OrderState.tsx';

interface Props {
  row: QueueRow;
  now: Date;
  /** What is known of its hold; null: the order is not among the most urgent. */
  summary: OrderSummary | null;
}

/** One case on the first page: what it is, why it matters, until when. The whole row leads to its order. */
export function WaitingCase({ row, now, summary }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const total = row.total === null ? t('orders.noTotal') : format.money(row.total);
  return (
    <li className="order-row">
      <BlockStack gap="150">
        <InlineStack gap="200" blockAlign="center" align="space-between">
          <InlineStack gap="200" blockAlign="center">
            <LevelBadge level={row.level} />
            <ListMarkBadge mark={row.list} />
            <AppLink url={`/orders/${row.order.id}`} className="row-link">
              {row.order.name}
            </AppLink>
            <Text as="span">{row.buyer ?? t('orders.buyerUnknown')}</Text>
          </InlineStack>
          <Text as="span" fontWeight="medium">
            {t('common.of', { label: t(`paymentKind.${row.payment}`), value: total })}
          </Text>
        </InlineStack>
        <Text as="p">{row.reasons.join(t('common.separator')) || t('orders.noReasons')}</Text>
        {row.orders > 1 && <Text as="p">{t('today.others', { n: row.orders - 1 })}</Text>}
        {summary !== null && <OrderState order={summary} />}
        {summary !== null && summary.cannotHold !== null && (
          <HoldTrouble reason={summary.cannotHold} />
        )}
        {row.deadline !== null && <Deadline deadline={row.deadline} now={now} />}
        {row.assignee !== null && (
          <Text as="p" variant="bodySm" tone="subdued">
            {t('today.assignee', { name: row.assignee.name })}
          </Text>
        )}
      </BlockStack>
    </li>
  );
}

/** In words, and in a colour beside them where it is near or past. */
function Deadline({ deadline, now }: { deadline: DeadlineDto; now: Date }) {
  const { t } = useTranslation();
  const format = useFormat();
  const state = deadlineState(deadline, now);
  return (
    <InlineStack gap="150" blockAlign="center">
      {state !== 'later' && (
        <Badge
          tone={state === 'past' ? 'critical' : 'warning'}
          toneAndProgressLabelOverride={t('today.deadlineLabel')}
        >
          {t(state === 'past' ? 'today.deadlinePast' : 'today.deadlineNear')}
        </Badge>
      )}
      <Text as="span" variant="bodySm">
        {t(`today.deadlineOf.${deadline.kind}`, { when: format.when(deadline.at) })}
      </Text>
    </InlineStack>
  );
}
