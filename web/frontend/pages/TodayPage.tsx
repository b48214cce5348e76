import { BlockStack, Page, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { TodayAnswer } from '../../contract/today.ts';
import { LoadingPage } from '../components/LoadingPage.tsx';
import { ObserveBanner } from '../components/ObserveBanner.tsx';
import { ProblemPage } from '../components/ProblemPage.tsx';
import { ReconciliationLine } from '../components/ReconciliationLine.tsx';
import { TodayFigures } from '../components/TodayFigures.tsx';
import { TroubleBanner } from '../components/TroubleBanner.tsx';
import { WaitingCases } from '../components/WaitingCases.tsx';
import { useMe } from '../queries/use-me.ts';
import { useQueueVersion } from '../queries/use-queue-version.ts';
import { useToday } from '../queries/use-today.ts';
import { useWaiting } from '../queries/use-waiting.ts';

/** What must I do now? */
export function TodayPage() {
  const { t } = useTranslation();
  const me = useMe();
  const today = useToday();
  const waiting = useWaiting();
  useQueueVersion(waiting.data?.version, () => void waiting.refetch());
  const error = me.error ?? today.error ?? waiting.error;
  if (today.data !== undefined && me.data !== undefined && waiting.data !== undefined) {
    return (
      <Page title={t('today.title')}>
        <BlockStack gap="400">
          {today.data.mode === 'observe' && <ObserveBanner today={today.data} />}
          <TodayFigures today={today.data} />
          <WaitingCases today={today.data} waiting={waiting.data} />
          <Yesterday yesterday={today.data.yesterday} />
          <ReconciliationLine reconciliation={today.data.reconciliation} />
          <TroubleBanner />
        </BlockStack>
      </Page>
    );
  }
  if (error !== null) {
    const retry = () => void Promise.all([me.refetch(), today.refetch(), waiting.refetch()]);
    return <ProblemPage title={t('today.title')} error={error} onRetry={retry} />;
  }
  return <LoadingPage title={t('today.title')} />;
}

function Yesterday({ yesterday }: { yesterday: TodayAnswer['yesterday'] }) {
  const { t } = useTranslation();
  return (
    <div className="line">
      <Text as="p" tone="subdued">
        {yesterday.judged === 0 ? t('today.yesterdayNone') : t('today.yesterday', { ...yesterday })}
      </Text>
    </div>
  );
}
