import { BlockStack, Button, ButtonGroup, Card, Checkbox, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import type { ListImportDto } from '../../../../contract/list-imports.ts';
import { useImportStep } from '../../../queries/use-list-import.ts';
import { ActionProblem } from '../../ActionProblem.tsx';
import { BadRows } from './BadRows.tsx';
import { ImportCounts } from './ImportCounts.tsx';
import { ImportReading } from './ImportReading.tsx';

/** What would happen, before anything does; how the file is read can be changed. */
export function ImportPreview({ now }: { now: ListImportDto }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const step = useImportStep(now.id);
  const [settings, setSettings] = useState(now.settings);
  const figures = new Intl.NumberFormat(i18n.language);
  const isChanged = JSON.stringify(settings) !== JSON.stringify(now.settings);
  const read = (next: ListImportDto['settings']) => step.mutate({ do: 'read', settings: next });
  const giveUp = () =>
    step.mutate({ do: 'drop' }, { onSuccess: () => void navigate('/lists/import') });
  const isBlocked = now.counts.bad > 0 && !now.settings.skipBadRows;
  const isNothing = now.counts.added === 0;
  return (
    <>
      <Card>
        <BlockStack gap="400">
          <div role="status">
            <Text as="h2" variant="headingMd">
              {t('lists.importer.readyTitle')}
            </Text>
          </div>
          <Text as="p">{now.fileName}</Text>
          <ImportCounts now={now} />
          <BadRows now={now} />
          {now.counts.bad > 0 && (
            <Checkbox
              label={t('lists.importer.skipBadRows')}
              helpText={t('lists.importer.skipBadRowsHelp')}
              checked={settings.skipBadRows}
              disabled={step.isPending}
              onChange={(skipBadRows) => {
                setSettings({ ...settings, skipBadRows });
                read({ ...settings, skipBadRows });
              }}
            />
          )}
          <Text as="p" tone="subdued">
            {isNothing ? t('lists.importer.nothingNew') : t('lists.importer.readyBody')}
          </Text>
          {step.error !== null && <ActionProblem error={step.error} />}
          <ButtonGroup>
            <Button
              variant="primary"
              disabled={isBlocked || isNothing || isChanged || step.isPending}
              loading={step.isPending && step.variables.do === 'start'}
              onClick={() => step.mutate({ do: 'start' })}
            >
              {t('lists.importer.start', { n: figures.format(now.counts.added) })}
            </Button>
            <Button disabled={step.isPending} onClick={giveUp}>
              {t('lists.importer.giveUp')}
            </Button>
          </ButtonGroup>
        </BlockStack>
      </Card>
      <ImportReading
        columns={now.columns}
        settings={settings}
        isChanged={isChanged}
        isBusy={step.isPending}
        onChange={setSettings}
        onRead={() => read(settings)}
      />
    </>
  );
}
