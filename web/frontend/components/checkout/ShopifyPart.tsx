import { BlockStack, Link, Select, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import {
  recordedStates,
  type ShopifySetting,
  shopifySettings,
} from '../../../contract/checkout-words.ts';
import type { SettingsDraft } from '../settings/use-settings-draft.ts';
import { Part } from '../signals/Part.tsx';
import { useCheckoutErrors } from './use-checkout-errors.ts';

interface Props {
  form: SettingsDraft;
  shop: string;
}

/** Shopify's own settings that no app can read or change: where they are, and what the merchant says of them. */
export function ShopifyPart({ form, shop }: Props) {
  const { t } = useTranslation();
  return (
    <Part id="shopify" title={t('checkout.shopifyTitle')} about={t('checkout.shopifyAbout')}>
      <div className="part-body">
        <BlockStack gap="600">
          {shopifySettings.map((setting) => (
            <Recorded key={setting} setting={setting} form={form} shop={shop} />
          ))}
        </BlockStack>
      </div>
    </Part>
  );
}

function Recorded({ setting, form, shop }: Props & { setting: ShopifySetting }) {
  const { t } = useTranslation();
  const error = useCheckoutErrors(form).at(`checkout.shopify.${setting}`);
  const words = `checkout.shopify.${setting}`;
  const link = t(`${words}.link`);
  const store = shop.replace('.myshopify.com', '');
  return (
    <BlockStack gap="200">
      <Text as="h3" fontWeight="semibold">
        {t(`${words}.title`)}
      </Text>
      <Text as="p">{t(`${words}.where`)}</Text>
      <Text as="p">{t(`${words}.effect`)}</Text>
      <div>
        <Link
          external
          url={`https://admin.shopify.com/store/${store}/settings/payments`}
          accessibilityLabel={`${link}${t('common.newTab')}`}
        >
          {link}
        </Link>
      </div>
      <div className="checkout-recorded">
        <Select
          label={t(`${words}.label`)}
          options={recordedStates.map((value) => ({
            value,
            label: t(`checkout.recorded.${value}`),
          }))}
          value={form.draft.checkout.shopify[setting]}
          disabled={form.isReadOnly}
          {...(error !== undefined && { error })}
          onChange={(chosen) => record(form, setting, chosen)}
        />
      </div>
      <Disagreement setting={setting} form={form} />
    </BlockStack>
  );
}

function record(form: SettingsDraft, setting: ShopifySetting, chosen: string): void {
  const state = recordedStates.find((known) => known === chosen);
  if (state === undefined) return;
  form.change(({ checkout }) => ({
    checkout: { ...checkout, shopify: { ...checkout.shopify, [setting]: state } },
  }));
}

/** The judgement believes that every card is authenticated, or does not, against what is said here. */
function Disagreement({ setting, form }: { setting: ShopifySetting; form: SettingsDraft }) {
  const { t } = useTranslation();
  if (setting !== 'threeDsAutomatic') return null;
  const { checkout, judgement } = form.draft;
  const state = checkout.shopify.threeDsAutomatic;
  if (state === 'unknown' || (state === 'on') === judgement.allCards3ds) return null;
  return (
    <Text as="p">
      {t(`checkout.shopify.threeDsAutomatic.${state}ButJudged`)}{' '}
      <Link url="/settings#judgement">{t('checkout.shopify.threeDsAutomatic.judgement')}</Link>
    </Text>
  );
}
