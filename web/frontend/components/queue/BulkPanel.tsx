import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { BulkRun } from '../../../contract/queue.ts';
import { useFormat } from '../../wording/use-format.ts';
import { useNow } from '../../wording/use-now.ts';
import { ActionProblem } from '../ActionProblem.tsx';
import { Progress } from '../lists/Progress.tsx';
import { BulkResults } from './BulkResults.tsx';
import { canStop, isMoving, partDone, secondsLeft } from './bulk-state.ts';
import type { useBulkRuns } from './use-bulk-runs.ts';

interface Props {
  run: BulkRun;
  bulk: ReturnType<typeof useBulkRuns>;
}

/** How far a bulk run is, as the server counts it; it goes on without this page. */
export function BulkPanel({ run, bulk }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const isRunning = run.state === 'running';
  const now = useNow(isRunning && run.undoUntil !== null);
  const { all, done, refused, stopped } = run.counts;
  const ended = done + refused + stopped;
  const label = isMoving(run)
    ? t('queue.run.progress', { ended, all, left: all - ended })
    : t('queue.run.ended', { done, refused, stopped });
  return (
    <section className="bulk-run" aria-label={t('queue.run.label')}>
      <Card>
        <BlockStack gap="300">
          <InlineStack gap="200" align="space-between" blockAlign="center">
            <Text as="h2" variant="headingMd">
              {t(`queue.run.${run.do}.${run.state}`, { all })}
            </Text>
            {!isRunning && <Button onClick={bulk.close}>{t('common.close')}</Button>}
          </InlineStack>
          <Text as="p" variant="bodySm" tone="subdued">
            {t('queue.run.by', { name: run.by, when: format.when(run.at) })}
          </Text>
          <Progress label={label} part={partDone(run)} />
          {canStop(run, now) && run.undoUntil !== null && (
            <div className="pending">
              <InlineStack gap="200" align="space-between" blockAlign="center">
                <Text as="p">
                  {t('queue.run.undoFor', { seconds: secondsLeft(run.undoUntil, now) })}
                </Text>
                <Button loading={bulk.stopping.isPending} onClick={bulk.stop}>
                  {t('queue.run.stop')}
                </Button>
              </InlineStack>
            </div>
          )}
          {bulk.stopping.error !== null && <ActionProblem error={bulk.stopping.error} />}
          <p className="visually-hidden" role="status">
            {!isMoving(run) && label}
          </p>
          {isRunning && <Text as="p">{t('queue.run.goesOn')}</Text>}
          <BulkResults run={run} />
        </BlockStack>
      </Card>
    </section>
  );
}
