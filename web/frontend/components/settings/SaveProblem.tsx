import { Banner, BlockStack, Text } from '@shopify/polaris';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api-error.ts';
import { fieldsElsewhere, settingsFields } from '../../wording/field-error.ts';
import { problemKey } from '../../wording/problem-key.ts';
import type { SettingsDraft } from './use-settings-draft.ts';

interface Props {
  form: SettingsDraft;
  /** Paths that the page has a field for. */
  shown?: readonly RegExp[];
}

/** Why the settings were not saved. It comes into view: the field may be far from the save bar. */
export function SaveProblem({ form, shown = settingsFields }: Props) {
  const { error } = form;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error !== null) place.current?.scrollIntoView({ block: 'center' });
  }, [error]);
  if (error === null) return null;
  return (
    <div ref={place}>
      {error instanceof ApiError && error.code === 'settings_changed' ? (
        <Conflict onReload={form.reload} />
      ) : (
        <Refused error={error} shown={shown} />
      )}
    </div>
  );
}

function Conflict({ onReload }: { onReload: () => void }) {
  const { t } = useTranslation();
  return (
    <Banner
      tone="warning"
      title={t('settings.conflictTitle')}
      action={{ content: t('settings.conflictAction'), onAction: onReload }}
    >
      <p>{t('settings.conflictBody')}</p>
    </Banner>
  );
}

function Refused({ error, shown }: { error: Error; shown: readonly RegExp[] }) {
  const { t } = useTranslation();
  const isInvalid = error instanceof ApiError && error.code === 'invalid';
  const elsewhere = error instanceof ApiError ? fieldsElsewhere(error.fields, shown) : [];
  return (
    <Banner tone="critical" title={t('settings.saveFailed')}>
      <BlockStack gap="100">
        <Text as="p">{t(isInvalid ? 'settings.invalid' : problemKey(error))}</Text>
        {elsewhere.length > 0 && (
          <Text as="p">
            {t('settings.invalidElsewhere', { fields: elsewhere.join(t('common.separator')) })}
          </Text>
        )}
      </BlockStack>
    </Banner>
  );
}
