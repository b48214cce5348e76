import { BlockStack, Checkbox, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../contract/settings.ts';
import { CodNames } from './CodNames.tsx';
import { NameList } from './NameList.tsx';
import { ReactionField } from './ReactionField.tsx';
import { Section } from './Section.tsx';
import type { SettingsDraft } from './use-settings-draft.ts';

/** 代引き: whether it is refused, and how the shop's payment method for it is called. */
export function CodSection({ form }: { form: SettingsDraft }) {
  const { t } = useTranslation();
  const { draft, errorAt, isReadOnly } = form;
  const { cod } = draft;
  const change = (part: Partial<Settings['cod']>) => form.change({ cod: { ...cod, ...part } });
  return (
    <Section name="cod">
      <Checkbox
        label={t('settings.cod.blocked')}
        helpText={t('settings.cod.blockedHelp')}
        checked={cod.blocked}
        disabled={isReadOnly}
        onChange={(blocked) => change({ blocked })}
      />
      <ReactionField
        label={t('settings.cod.reaction')}
        value={cod.reaction}
        error={errorAt('cod.reaction')}
        isDisabled={isReadOnly || !cod.blocked}
        onChange={(reaction) => change({ reaction })}
      />
      <CodNames
        names={cod.names}
        error={errorAt('cod.names')}
        isDisabled={isReadOnly}
        onChange={(names) => change({ names })}
      />
      <NameList
        label={t('settings.cod.addCheckoutName')}
        title={t('settings.cod.checkoutNames')}
        help={t('settings.cod.checkoutNamesHelp')}
        names={cod.checkoutNames}
        error={errorAt('cod.checkoutNames')}
        isDisabled={isReadOnly}
        onChange={(checkoutNames) => change({ checkoutNames })}
      />
      <BlockStack gap="100">
        <Link url="/settings/checkout">{t('settings.cod.checkout')}</Link>
        <Text as="p" tone="subdued">
          {t('settings.cod.checkoutHelp')}
        </Text>
      </BlockStack>
    </Section>
  );
}
