import '../audit/audit.css';
import { BlockStack, Box, Button, Card, InlineStack, Link, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessRow } from '../../../contract/privacy.ts';
import { downloadFile } from '../../api-files.ts';
import { useAccess } from '../../queries/use-privacy.ts';
import { useFormat } from '../../wording/use-format.ts';
import { useListToasts } from '../lists/use-list-toasts.ts';
import { ProblemBanner } from '../ProblemBanner.tsx';
import { useSettled } from '../signals/use-settled.ts';
import { type AccessChoice, AccessFilters, accessSearch, anyAccess } from './AccessFilters.tsx';

/** Which staff member opened which customer's data, and when? */
export function AccessCard({ isAllowed }: { isAllowed: boolean }) {
  const { t } = useTranslation();
  const [choice, choose] = useState<AccessChoice>(anyAccess);
  const search = accessSearch(useSettled(choice, 300));
  const access = useAccess(search, isAllowed);
  const pages = access.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.rows);
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="300">
          <InlineStack align="space-between" gap="200">
            <Text as="h2" variant="headingMd">
              {t('privacy.access')}
            </Text>
            {isAllowed && <ExportButton search={search} />}
          </InlineStack>
          <Text as="p" tone="subdued">
            {t('privacy.accessAbout')}
          </Text>
          {!isAllowed && <Text as="p">{t('privacy.accessNotAllowed')}</Text>}
          {isAllowed && (
            <AccessFilters choice={choice} people={pages[0]?.people ?? []} onChange={choose} />
          )}
          {access.error !== null && (
            <ProblemBanner error={access.error} onRetry={() => void access.refetch()} />
          )}
          {access.isSuccess && rows.length === 0 && <Text as="p">{t('privacy.accessEmpty')}</Text>}
        </BlockStack>
      </Box>
      {rows.length > 0 && <AccessRows rows={rows} isStale={access.isPlaceholderData} />}
      {access.hasNextPage && (
        <Box padding="400">
          <Button loading={access.isFetchingNextPage} onClick={() => void access.fetchNextPage()}>
            {t('privacy.more')}
          </Button>
        </Box>
      )}
    </Card>
  );
}

function AccessRows({ rows, isStale }: { rows: readonly AccessRow[]; isStale: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol className="audit-rows" aria-label={t('privacy.access')} aria-busy={isStale}>
      {rows.map(({ at, by, kind, order, subject }) => (
        <li key={[at, by, kind, order?.id, subject].join('|')}>
          <div className="audit-when">
            <Text as="p" variant="bodySm" tone="subdued">
              <time dateTime={at}>{format.dateTime(at)}</time>
            </Text>
            <Text as="p" fontWeight="medium">
              {by}
            </Text>
          </div>
          <Text as="p">
            {order !== null && (
              <>
                <Link url={`/orders/${order.id}`}>{order.name ?? order.id}</Link>{' '}
              </>
            )}
            {t(`privacy.seen.${kind}`)}
          </Text>
        </li>
      ))}
    </ol>
  );
}

function ExportButton({ search }: { search: string }) {
  const { t } = useTranslation();
  const toasts = useListToasts();
  const [isRunning, setRunning] = useState(false);
  const run = async () => {
    setRunning(true);
    try {
      await downloadFile(`/api/privacy/access/export?${search}`, 'sekisho-access-log.csv');
    } catch (caught) {
      toasts.fail(caught);
    }
    setRunning(false);
  };
  return (
    <Button loading={isRunning} onClick={() => void run()}>
      {t('privacy.accessExport')}
    </Button>
  );
}
