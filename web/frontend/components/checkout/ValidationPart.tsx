import { BlockStack, InlineError } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { validationChecks } from '../../../contract/checkout-words.ts';
import type { SettingsDraft } from '../settings/use-settings-draft.ts';
import { Part } from '../signals/Part.tsx';
import { CheckFields } from './CheckFields.tsx';
import { useCheckoutErrors } from './use-checkout-errors.ts';

/** What a buyer is asked to correct before the order can be placed. */
export function ValidationPart({ form }: { form: SettingsDraft }) {
  const { t } = useTranslation();
  const error = useCheckoutErrors(form).at('checkout.validation.messages');
  return (
    <Part id="checks" title={t('checkout.checksTitle')} about={t('checkout.checksAbout')}>
      <div className="part-body">
        <BlockStack gap="400">
          {error !== undefined && <InlineError message={error} fieldID="checks" />}
          {validationChecks.map((check) => (
            <CheckFields key={check} check={check} form={form} />
          ))}
        </BlockStack>
      </div>
    </Part>
  );
}
