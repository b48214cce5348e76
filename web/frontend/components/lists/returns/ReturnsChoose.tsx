import { Banner, BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../api-error.ts';
import { problemKey } from '../../../wording/problem-key.ts';
import { FileDrop } from '../FileDrop.tsx';
import { orDefault } from '../import/import-words.ts';

interface Props {
  isBusy: boolean;
  error: Error | null;
  onFile: (file: File) => void;
}

/** The carrier's file. Why one could not be read is told where the next one is chosen. */
export function ReturnsChoose({ isBusy, error, onFile }: Props) {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('lists.returnsPage.chooseTitle')}
        </Text>
        {error !== null && <ReturnsProblem error={error} />}
        <FileDrop help={t('lists.returnsPage.chooseHelp')} isDisabled={isBusy} onFile={onFile} />
      </BlockStack>
    </Card>
  );
}

export function ReturnsProblem({ error }: { error: Error }) {
  const { t, i18n } = useTranslation();
  const code = error instanceof ApiError ? error.fields.file : undefined;
  const key =
    code === undefined ? problemKey(error) : orDefault('lists.returnsPage.problem', code, i18n);
  return (
    <Banner tone="critical">
      <p>{t(key)}</p>
    </Banner>
  );
}
