import { Banner, BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import type { ListImportDto } from '../../../../contract/list-imports.ts';
import { useImportStep } from '../../../queries/use-list-import.ts';
import { ActionProblem } from '../../ActionProblem.tsx';
import { BadRows } from './BadRows.tsx';
import { ImportCounts } from './ImportCounts.tsx';
import { importFailure } from './import-words.ts';

interface Props {
  now: ListImportDto;
  state: 'done' | 'removed' | 'failed';
}

const tones = { done: 'success', removed: 'info', failed: 'critical' } as const;

/** How it ended, where to go from here, and the way back. */
export function ImportDone({ now, state }: Props) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const step = useImportStep(now.id);
  const added = new Intl.NumberFormat(i18n.language).format(now.counts.added);
  return (
    <Card>
      <BlockStack gap="400">
        <Banner tone={tones[state]} title={t(`lists.importer.${state}Title`)}>
          {state === 'done' && <p>{t('lists.importer.doneBody', { n: added })}</p>}
          {state === 'removed' && <p>{t('lists.importer.removedBody')}</p>}
          {state === 'failed' && (
            <>
              <p>{t(importFailure(now.failure ?? 'default', i18n))}</p>
              <p>{t('lists.importer.failedUnchanged')}</p>
            </>
          )}
        </Banner>
        <Text as="p">{now.fileName}</Text>
        {state !== 'failed' && <ImportCounts now={now} />}
        <BadRows now={now} />
        {step.error !== null && <ActionProblem error={step.error} />}
        <InlineStack gap="200">
          {state === 'done' && (
            <Button variant="primary" onClick={() => void navigate('/lists')}>
              {t('lists.importer.seeList')}
            </Button>
          )}
          <Button onClick={() => void navigate('/lists/import')}>
            {t('lists.importer.another')}
          </Button>
          {state === 'done' && now.counts.added > 0 && (
            <Button
              tone="critical"
              loading={step.isPending}
              onClick={() => step.mutate({ do: 'drop' })}
            >
              {t('lists.importer.takeBack')}
            </Button>
          )}
        </InlineStack>
        {state === 'done' && now.counts.added > 0 && (
          <Text as="p" tone="subdued">
            {t('lists.importer.takeBackHelp')}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}
