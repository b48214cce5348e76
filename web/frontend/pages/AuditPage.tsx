import '../components/audit/audit.css';
import { BlockStack, Box, Button, Card, InlineStack, Page, Text } from '@shopify/polaris';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router-dom';
import { downloadFile } from '../api-files.ts';
import { AuditFilters } from '../components/audit/AuditFilters.tsx';
import { AuditRows } from '../components/audit/AuditRows.tsx';
import {
  type AuditChoice,
  auditSearch,
  noChoice,
  readChoice,
  writeChoice,
} from '../components/audit/audit-url.ts';
import { LoadingPage } from '../components/LoadingPage.tsx';
import { useListToasts } from '../components/lists/use-list-toasts.ts';
import { ProblemBanner } from '../components/ProblemBanner.tsx';
import { useAudit } from '../queries/use-audit.ts';
import { useMe } from '../queries/use-me.ts';

/** Who did what, when, and why? */
export function AuditPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const choice = readChoice(params);
  const choose = useCallback(
    (next: AuditChoice) =>
      setParams((now) => writeChoice(now, next), { replace: true, preventScrollReset: true }),
    [setParams],
  );
  const search = auditSearch(choice, useKinds()).toString();
  const audit = useAudit(search);
  const me = useMe();
  const exporting = useExport(search);
  if (audit.data === undefined && audit.error === null) {
    return <LoadingPage title={t('auditPage.title')} />;
  }
  const pages = audit.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.rows);
  return (
    <Page
      title={t('auditPage.title')}
      subtitle={t('auditPage.about')}
      backAction={{ content: t('nav.settings'), url: '/settings' }}
      secondaryActions={
        me.data?.may.settings
          ? [
              {
                content: t('auditPage.export'),
                helpText: t('auditPage.exportHelp'),
                loading: exporting.isRunning,
                onAction: exporting.run,
              },
            ]
          : []
      }
    >
      <BlockStack gap="400">
        {audit.error !== null && (
          <ProblemBanner error={audit.error} onRetry={() => void audit.refetch()} />
        )}
        <Card padding="0">
          <Box padding="400">
            <AuditFilters choice={choice} people={pages[0]?.people ?? null} onChange={choose} />
          </Box>
          {rows.length > 0 && <AuditRows rows={rows} isStale={audit.isPlaceholderData} />}
          {rows.length === 0 && audit.error === null && (
            <AuditEmpty onClear={() => choose(noChoice)} />
          )}
        </Card>
        {audit.hasNextPage && (
          <InlineStack align="center">
            <Button loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
              {t('auditPage.more')}
            </Button>
          </InlineStack>
        )}
      </BlockStack>
    </Page>
  );
}

function AuditEmpty({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <Box padding="600">
      <BlockStack gap="200" inlineAlign="center">
        <Text as="h2" variant="headingMd" alignment="center">
          {t('auditPage.empty')}
        </Text>
        <Text as="p" alignment="center" tone="subdued">
          {t('auditPage.emptyBody')}
        </Text>
        <Button onClick={onClear}>{t('auditPage.clear')}</Button>
      </BlockStack>
    </Box>
  );
}

/** Every kind of entry that has a sentence. */
function useKinds(): string[] {
  const { i18n } = useTranslation();
  const sentences: unknown = i18n.getResource(i18n.language, 'translation', 'audit');
  return typeof sentences === 'object' && sentences !== null ? Object.keys(sentences) : [];
}

function useExport(search: string): { run: () => void; isRunning: boolean } {
  const toasts = useListToasts();
  const [isRunning, setRunning] = useState(false);
  const run = async () => {
    setRunning(true);
    try {
      await downloadFile(`/api/audit/export?${search}`, 'sekisho-audit.csv');
    } catch (caught) {
      toasts.fail(caught);
    }
    setRunning(false);
  };
  return { run: () => void run(), isRunning };
}
