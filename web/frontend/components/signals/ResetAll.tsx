import { BlockStack, Button, ButtonGroup, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignalInfo } from '../../../contract/signals.ts';
import type { SettingsDraft } from '../settings/use-settings-draft.ts';
import { isChanged, withoutAnyChanges } from './signal-edits.ts';

/** Every signal back to its preset, after a second click; nothing is saved by it yet. */
export function ResetAll({
  signals,
  form,
}: {
  signals: readonly SignalInfo[];
  form: SettingsDraft;
}) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const n = signals.filter((info) => isChanged(info, form.draft.judgement)).length;
  const isPossible = n > 0 && !form.isReadOnly;
  const reset = () => {
    form.change((now) => ({ judgement: withoutAnyChanges(now.judgement) }));
    setAsking(false);
  };
  return (
    <BlockStack gap="300">
      <InlineStack gap="300" blockAlign="center">
        <Button
          disabled={!isPossible}
          ariaExpanded={isAsking && isPossible}
          onClick={() => setAsking(!isAsking)}
        >
          {t('signals.resetAll')}
        </Button>
        {n === 0 && (
          <Text as="span" tone="subdued">
            {t('signals.resetAllNone')}
          </Text>
        )}
      </InlineStack>
      <div role="status">
        {isAsking && isPossible && (
          <BlockStack gap="200">
            <Text as="p">{t('signals.resetAllAsk', { n })}</Text>
            <ButtonGroup>
              <Button tone="critical" onClick={reset}>
                {t('signals.resetAllYes')}
              </Button>
              <Button onClick={() => setAsking(false)}>{t('signals.resetAllNo')}</Button>
            </ButtonGroup>
          </BlockStack>
        )}
      </div>
    </BlockStack>
  );
}
