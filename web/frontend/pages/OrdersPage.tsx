import { BlockStack, Button, Card, InlineStack, Page } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router-dom';
import { LoadingPage } from '../components/LoadingPage.tsx';
import { OrdersEmpty } from '../components/OrdersEmpty.tsx';
import { OrdersFilters } from '../components/OrdersFilters.tsx';
import { OrdersTable } from '../components/OrdersTable.tsx';
import { ProblemBanner } from '../components/ProblemBanner.tsx';
import { useMe } from '../queries/use-me.ts';
import { useOrders } from '../queries/use-orders.ts';
import {
  isEmptyFilter,
  type OrdersFilter,
  readFilter,
  writeFilter,
} from '../wording/orders-url.ts';

/** Where is that order? */
export function OrdersPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const filter = readFilter(params);
  const setFilter = (next: OrdersFilter) =>
    setParams((now) => writeFilter(now, next), { replace: true, preventScrollReset: true });
  const me = useMe();
  const orders = useOrders(filter);
  const error = orders.error ?? me.error;
  const pages = orders.data?.pages;
  if (error === null && (pages === undefined || me.data === undefined)) {
    return <LoadingPage title={t('orders.title')} />;
  }
  const rows = pages?.flatMap((page) => page.orders) ?? [];
  const retry = () => void Promise.all([orders.refetch(), me.refetch()]);
  return (
    <Page title={t('orders.title')} fullWidth>
      <BlockStack gap="400">
        {error !== null && <ProblemBanner error={error} onRetry={retry} />}
        <Card padding="0">
          <OrdersFilters filter={filter} onChange={setFilter} isLoading={orders.isFetching} />
          {rows.length > 0 && <OrdersTable orders={rows} isStale={orders.isPlaceholderData} />}
          {rows.length === 0 && error === null && (
            <OrdersEmpty
              isFiltered={!isEmptyFilter(filter)}
              onClear={() => setFilter({ level: [], state: [], q: '' })}
            />
          )}
        </Card>
        {orders.hasNextPage && (
          <InlineStack align="center">
            <Button loading={orders.isFetchingNextPage} onClick={() => void orders.fetchNextPage()}>
              {t('common.more')}
            </Button>
          </InlineStack>
        )}
      </BlockStack>
    </Page>
  );
}
