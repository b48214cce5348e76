import { Checkbox, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../contract/settings.ts';
import { ReactionField } from './ReactionField.tsx';
import { Section } from './Section.tsx';
import type { SettingsDraft } from './use-settings-draft.ts';

const cases = [
  ['failed', 'failed'],
  ['notChecked', 'notChecked'],
  ['unknown', 'unknown'],
  ['walletsAndSavedCards', 'wallets'],
] as const;

/** カード: what a missing or wrong security code leads to, after the order. */
export function CardSection({ form }: { form: SettingsDraft }) {
  const { t } = useTranslation();
  const { draft, errorAt, isReadOnly } = form;
  const { cvv } = draft;
  const change = (part: Partial<Settings['cvv']>) => form.change({ cvv: { ...cvv, ...part } });
  return (
    <Section name="cvv">
      <Text as="p">
        {t(`settings.cvv.decline.${draft.checkout.shopify.cvvDecline}`)}{' '}
        <Link url="/settings/checkout#shopify">{t('settings.cvv.shopify')}</Link>
      </Text>
      <Checkbox
        label={t('settings.cvv.mandatory')}
        helpText={t('settings.cvv.mandatoryHelp')}
        checked={cvv.mandatory}
        disabled={isReadOnly}
        onChange={(mandatory) => change({ mandatory })}
      />
      {cases.map(([field, words]) => (
        <ReactionField
          key={field}
          label={t(`settings.cvv.${words}`)}
          help={t(`settings.cvv.${words}Help`)}
          value={cvv[field]}
          error={errorAt(`cvv.${field}`)}
          isDisabled={isReadOnly || !cvv.mandatory}
          onChange={(reaction) => change({ [field]: reaction })}
        />
      ))}
    </Section>
  );
}
