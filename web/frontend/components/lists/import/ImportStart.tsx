import { Banner, BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListImportDto } from '../../../../contract/list-imports.ts';
import { ApiError } from '../../../api-error.ts';
import { saveBlob } from '../../../api-files.ts';
import { useUploadImport } from '../../../queries/use-list-import.ts';
import { problemKey } from '../../../wording/problem-key.ts';
import { FileDrop } from '../FileDrop.tsx';
import { Progress } from '../Progress.tsx';
import { importFailure } from './import-words.ts';
import { sampleCsv } from './sample-csv.ts';

/** Choosing a file, and its way to the app. */
export function ImportStart({ onSent }: { onSent: (sent: ListImportDto) => void }) {
  const { t } = useTranslation();
  const [part, setPart] = useState(0);
  const upload = useUploadImport(setPart);
  const send = (file: File) => {
    setPart(0);
    upload.mutate(file, { onSuccess: onSent });
  };
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('lists.importer.chooseTitle')}
        </Text>
        {upload.error !== null && <Refused error={upload.error} />}
        {upload.isPending ? (
          <Progress
            label={t('common.of', {
              label: t('lists.file.uploading', { name: upload.variables.name }),
              value: t('lists.file.percent', { n: Math.round(part * 100) }),
            })}
            part={part}
          />
        ) : (
          <FileDrop help={t('lists.importer.chooseHelp')} onFile={send} />
        )}
        <InlineStack gap="200" blockAlign="center">
          <Button onClick={() => saveBlob(sampleCsv(t), 'sekisho-sample.csv')}>
            {t('lists.importer.sample')}
          </Button>
        </InlineStack>
        <Text as="p" tone="subdued">
          {t('lists.importer.sampleHelp')}
        </Text>
      </BlockStack>
    </Card>
  );
}

function Refused({ error }: { error: Error }) {
  const { t, i18n } = useTranslation();
  const code = error instanceof ApiError ? Object.values(error.fields)[0] : undefined;
  const key = code === undefined ? problemKey(error) : importFailure(code, i18n);
  return (
    <Banner tone="critical" title={t('lists.importer.failedTitle')}>
      <p>{t(key)}</p>
    </Banner>
  );
}
