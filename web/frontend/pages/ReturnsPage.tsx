import { BlockStack, Page } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import type { ReturnsAnswer } from '../../contract/returns.ts';
import { ReturnsChoose } from '../components/lists/returns/ReturnsChoose.tsx';
import { ReturnsPreview } from '../components/lists/returns/ReturnsPreview.tsx';
import { type ReturnsReading, useReturns } from '../queries/use-returns.ts';

interface ReadReport {
  readonly reading: ReturnsReading;
  readonly answer: ReturnsAnswer;
}

/** Which parcels came back, as the carrier tells it: looked over, then recorded. */
export function ReturnsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const returns = useReturns();
  // What was read last stays in sight while the file is read in another way.
  const [read, setRead] = useState<ReadReport | null>(null);
  const readAs = (reading: ReturnsReading) =>
    returns.mutate(reading, { onSuccess: (answer) => setRead({ reading, answer }) });
  const begin = (file: File) =>
    readAs({ file, encoding: null, mapping: null, outcome: 'unclaimed', apply: false });
  const forget = () => {
    setRead(null);
    returns.reset();
  };
  return (
    <Page
      title={t('lists.returnsPage.title')}
      subtitle={t('lists.returnsPage.about')}
      backAction={{ content: t('lists.title'), onAction: () => void navigate('/lists') }}
    >
      <BlockStack gap="400">
        {read !== null ? (
          <ReturnsPreview
            key={JSON.stringify(read.answer)}
            {...read}
            isBusy={returns.isPending}
            error={returns.error}
            onRead={readAs}
            onForget={forget}
          />
        ) : (
          <ReturnsChoose isBusy={returns.isPending} error={returns.error} onFile={begin} />
        )}
      </BlockStack>
    </Page>
  );
}
