import { Banner, BlockStack, Button, ButtonGroup, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ReturnsAnswer } from '../../../../contract/returns.ts';
import type { ReturnsReading } from '../../../queries/use-returns.ts';
import { ReturnRows } from './ReturnRows.tsx';
import { ReturnsProblem } from './ReturnsChoose.tsx';
import { ReturnsSettings } from './ReturnsSettings.tsx';

interface Props {
  reading: ReturnsReading;
  answer: ReturnsAnswer;
  isBusy: boolean;
  /** Of another reading that was refused; what is shown is the one before it. */
  error: Error | null;
  onRead: (reading: ReturnsReading) => void;
  onForget: () => void;
}

/** Every line of the report and what becomes of it; recorded only by the button. */
export function ReturnsPreview({ reading, answer, isBusy, error, onRead, onForget }: Props) {
  const { t } = useTranslation();
  const ready = answer.counts.ready ?? 0;
  const recorded = answer.counts.recorded ?? 0;
  const hasCod = answer.rows.some(({ cod, result }) => cod && result === 'recorded');
  return (
    <>
      <Card>
        <BlockStack gap="400">
          <div role="status">
            {answer.applied ? (
              <Banner tone="success" title={t('lists.returnsPage.appliedTitle')}>
                <p>{t('lists.returnsPage.appliedBody', { n: recorded })}</p>
                {hasCod && <p>{t('lists.returnsPage.next')}</p>}
              </Banner>
            ) : (
              <Text as="h2" variant="headingMd">
                {t('lists.returnsPage.previewTitle')}
              </Text>
            )}
          </div>
          <Text as="p">{t('lists.returnsPage.file', { name: reading.file.name })}</Text>
          {!answer.applied && (
            <Text as="p" tone="subdued">
              {t(ready === 0 ? 'lists.returnsPage.nothing' : 'lists.returnsPage.previewBody')}
            </Text>
          )}
          {error !== null && <ReturnsProblem error={error} />}
          <ButtonGroup>
            {!answer.applied && (
              <Button
                variant="primary"
                disabled={ready === 0}
                loading={isBusy}
                onClick={() => onRead({ ...reading, apply: true })}
              >
                {t('lists.returnsPage.apply', { n: ready })}
              </Button>
            )}
            <Button disabled={isBusy} onClick={onForget}>
              {t('lists.returnsPage.another')}
            </Button>
          </ButtonGroup>
          <ReturnRows answer={answer} />
        </BlockStack>
      </Card>
      {!answer.applied && (
        <ReturnsSettings reading={reading} answer={answer} isBusy={isBusy} onRead={onRead} />
      )}
    </>
  );
}
