import { Banner, BlockStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api-error.ts';
import { problemKey } from '../wording/problem-key.ts';

/** What could not be fetched and what to do; the number lets support find the call. */
export function ProblemBanner({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useTranslation();
  const requestId = error instanceof ApiError ? error.requestId : undefined;
  return (
    <Banner
      tone="critical"
      title={t('problem.loadTitle')}
      action={{ content: t('common.reload'), onAction: onRetry }}
    >
      <BlockStack gap="100">
        <p>{t(problemKey(error))}</p>
        {requestId !== undefined && (
          <Text as="p" variant="bodySm">
            {t('problem.requestId', { id: requestId })}
          </Text>
        )}
      </BlockStack>
    </Banner>
  );
}
