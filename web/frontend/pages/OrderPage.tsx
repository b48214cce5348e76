import { Badge, Page } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router-dom';
import type { OrderDetail } from '../../contract/orders.ts';
import type { MeAnswer } from '../../contract/today.ts';
import { ApiError } from '../api-error.ts';
import { ActionsCard } from '../components/ActionsCard.tsx';
import { CallCard } from '../components/contact/CallCard.tsx';
import { ContactCard } from '../components/contact/ContactCard.tsx';
import { FactCards } from '../components/FactCards.tsx';
import { LevelBadge } from '../components/LevelBadge.tsx';
import { LoadingPage } from '../components/LoadingPage.tsx';
import { MatchesCard } from '../components/lists/order/MatchesCard.tsx';
import { OutcomeCard } from '../components/lists/order/OutcomeCard.tsx';
import { NextStepCard } from '../components/NextStepCard.tsx';
import { ProblemPage } from '../components/ProblemPage.tsx';
import { CaseCard } from '../components/queue/CaseCard.tsx';
import { SideCards } from '../components/SideCards.tsx';
import { StateBadge } from '../components/StateBadge.tsx';
import { TimelineCard } from '../components/TimelineCard.tsx';
import { useOrderButtons } from '../components/use-order-buttons.ts';
import { WhyCard } from '../components/WhyCard.tsx';
import { useMe } from '../queries/use-me.ts';
import { useOrder } from '../queries/use-order.ts';
import { useFormat } from '../wording/use-format.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

/** Why, and what now? */
export function OrderPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const me = useMe();
  const order = useOrder(id);
  if (order.data !== undefined && me.data !== undefined) {
    return <WholeOrder key={id} order={order.data} me={me.data} />;
  }
  const error = order.error ?? me.error;
  if (error === null) return <LoadingPage />;
  if (error instanceof ApiError && error.code === 'not_found') return <NotFoundPage />;
  const retry = () => void Promise.all([order.refetch(), me.refetch()]);
  return <ProblemPage title={t('orders.title')} error={error} onRetry={retry} />;
}

function WholeOrder({ order, me }: { order: OrderDetail; me: MeAnswer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const goBack = useGoBack();
  const buttons = useOrderButtons(order.id);
  const subtitle = [format.dateTime(order.createdAt), order.buyer].filter(Boolean).join('　');
  return (
    <Page
      title={order.name}
      subtitle={subtitle}
      titleMetadata={<Badges order={order} />}
      backAction={{ content: t('order.back'), onAction: goBack }}
      secondaryActions={[{ content: t('order.inShopify'), url: order.adminUrl, target: '_top' }]}
    >
      <div className="order-page">
        <div className="order-why">
          <WhyCard order={order} />
          <MatchesCard order={order} />
        </div>
        <div className="order-now">
          <NextStepCard order={order} buttons={buttons} />
          <ActionsCard order={order} me={me} buttons={buttons} />
        </div>
        <div className="order-contact">
          <ContactCard order={order} />
          <CallCard order={order} />
        </div>
        <div className="order-side">
          <CaseCard order={order} me={me} />
          <OutcomeCard order={order} />
          <SideCards order={order} />
        </div>
        <div className="order-facts">
          <FactCards order={order} />
          <TimelineCard order={order} />
        </div>
      </div>
    </Page>
  );
}

function Badges({ order }: { order: OrderDetail }) {
  const { t } = useTranslation();
  return (
    <span className="badges">
      <LevelBadge level={order.level} />
      <StateBadge order={order} />
      {order.test && <Badge>{t('order.test')}</Badge>}
    </span>
  );
}

/** Back to where the reader came from with its filters, or to the list where the link came by mail. */
function useGoBack(): () => void {
  const navigate = useNavigate();
  return () => {
    const isFirst = ((history.state as { idx?: number } | null)?.idx ?? 0) === 0;
    void (isFirst ? navigate('/orders') : navigate(-1));
  };
}
