import { Banner, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { AutomationAnswer } from '../../../../contract/automation.ts';
import { useResume } from '../../../queries/use-automation.ts';
import { useFormat } from '../../../wording/use-format.ts';

interface Props {
  breaker: AutomationAnswer['breaker'];
  isReadOnly: boolean;
}

/** Whether the app has stopped cancelling by itself, and the way back. */
export function Breaker({ breaker: { tripped, lastHour }, isReadOnly }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const resuming = useResume();
  if (tripped === null) {
    return (
      <Text as="p" variant="bodySm" tone="subdued">
        {t('settings.automation.hour', { ...lastHour })}
      </Text>
    );
  }
  const resume = {
    content: t('settings.automation.resume'),
    loading: resuming.isPending,
    disabled: isReadOnly,
    onAction: () => resuming.mutate(),
  };
  return (
    <Banner tone="critical" title={t('settings.automation.tripped')} action={resume}>
      <p>
        {t(`settings.automation.why-${tripped.why}`, {
          ...{ when: format.when(tripped.at), cancelled: tripped.cancelled },
          orders: tripped.orders,
        })}
      </p>
    </Banner>
  );
}
