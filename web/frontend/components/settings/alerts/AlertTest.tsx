import { Banner, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { AlertChannel } from '../../../../contract/alerts.ts';
import { useAlertTest } from '../../../queries/use-alert-test.ts';
import { problemKey } from '../../../wording/problem-key.ts';
import type { SettingsDraft } from '../use-settings-draft.ts';

/** Tries what is saved: the address itself is not here to be sent along. */
export function AlertTest({ form, channel }: { form: SettingsDraft; channel: AlertChannel }) {
  const { t } = useTranslation();
  const test = useAlertTest();
  const result = test.data;
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Button
          accessibilityLabel={t('settings.alerts.testOn', {
            channel: t(`settings.alerts.${channel}`),
          })}
          loading={test.isPending}
          disabled={form.isReadOnly || form.isDirty}
          onClick={() => test.mutate(channel)}
        >
          {t('settings.alerts.test')}
        </Button>
        {form.isDirty && (
          <Text as="p" variant="bodySm" tone="subdued">
            {t('settings.alerts.testSaved')}
          </Text>
        )}
      </InlineStack>
      <div role="status">
        {test.error !== null && (
          <Banner tone="critical">
            <p>{t(problemKey(test.error))}</p>
          </Banner>
        )}
        {result !== undefined && (
          <Banner tone={result.sent ? 'success' : 'warning'}>
            <p>
              {result.problem === null
                ? t(`settings.alerts.testSent.${channel}`)
                : t(`alertProblem.${result.problem}`)}
            </p>
          </Banner>
        )}
      </div>
    </BlockStack>
  );
}
