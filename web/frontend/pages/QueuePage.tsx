import { Banner, BlockStack, Button, ButtonGroup, InlineStack, Page } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import { LoadingPage } from '../components/LoadingPage.tsx';
import { ProblemPage } from '../components/ProblemPage.tsx';
import { QueueBoard } from '../components/queue/QueueBoard.tsx';
import {
  type QueueFilter,
  readQueueFilter,
  writeQueueFilter,
} from '../components/queue/queue-url.ts';
import { useQueueNews } from '../components/queue/use-queue-news.ts';
import { useMe } from '../queries/use-me.ts';
import { useQueue } from '../queries/use-queue.ts';

/** Which case next, and until when? */
export function QueuePage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const filter = readQueueFilter(params);
  const cursor = params.get('cursor');
  const setFilter = (next: QueueFilter) =>
    setParams((now) => writeQueueFilter(now, next), { replace: true, preventScrollReset: true });
  const me = useMe();
  const queue = useQueue(filter, cursor);
  const news = useQueueNews(queue);
  const { data } = queue;
  const error = queue.error ?? me.error;
  if (data === undefined || me.data === undefined) {
    if (error === null) return <LoadingPage title={t('queue.title')} />;
    // A page that no longer exists would be refused for ever: from the first one then.
    const retry = () =>
      cursor === null
        ? void Promise.all([queue.refetch(), me.refetch()])
        : setFilter(readQueueFilter(params));
    return <ProblemPage title={t('queue.title')} error={error} onRetry={retry} />;
  }
  return (
    <Page title={t('queue.title')} subtitle={t('queue.subtitle')} fullWidth>
      <BlockStack gap="400">
        {(news.isLost || error !== null) && <OutOfDate onRetry={() => void queue.refetch()} />}
        <p className="visually-hidden" role="status" aria-live="polite">
          {news.sentence}
        </p>
        <QueueBoard
          answer={data}
          me={me.data}
          filter={filter}
          setFilter={setFilter}
          isStale={queue.isPlaceholderData}
          isLoading={queue.isFetching}
        />
        <Pages cursor={cursor} next={data.nextCursor} isBusy={queue.isPlaceholderData} />
      </BlockStack>
    </Page>
  );
}

/** The rows stay: they are better than nothing, once the reader knows that they may be old. */
function OutOfDate({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <Banner
      tone="warning"
      title={t('queue.oldTitle')}
      action={{ content: t('common.reload'), onAction: onRetry }}
    >
      <p>{t('queue.oldBody')}</p>
    </Banner>
  );
}

interface PagesProps {
  cursor: string | null;
  next: string | null;
  isBusy: boolean;
}

/** Each page is an entry of the browser's own history, so that Back is the page before. */
function Pages({ cursor, next, isBusy }: PagesProps) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const { state } = useLocation();
  if (cursor === null && next === null) return null;
  const to = (page: string | null) => {
    const there = new URLSearchParams(params);
    if (page === null) there.delete('cursor');
    else there.set('cursor', page);
    setParams(there, { state: { turned: page !== null } });
    window.scrollTo(0, 0);
  };
  const cameByNext = (state as { turned?: boolean } | null)?.turned === true;
  return (
    <InlineStack align="center">
      <ButtonGroup>
        <Button
          disabled={cursor === null || isBusy}
          onClick={() => (cameByNext ? void navigate(-1) : to(null))}
        >
          {t(cameByNext || cursor === null ? 'queue.pages.previous' : 'queue.pages.first')}
        </Button>
        <Button disabled={next === null || isBusy} onClick={() => to(next)}>
          {t('queue.pages.next')}
        </Button>
      </ButtonGroup>
    </InlineStack>
  );
}
