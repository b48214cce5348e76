import '../signals/signals.css';
import './checkout.css';
import { Banner, BlockStack, Page, Text } from '@shopify/polaris';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckoutStatus } from '../../../contract/checkout-status.ts';
import type { Settings } from '../../../contract/settings.ts';
import type { MeAnswer } from '../../../contract/today.ts';
import { SaveBar } from '../settings/SaveBar.tsx';
import { SaveProblem } from '../settings/SaveProblem.tsx';
import { useSettingsDraft } from '../settings/use-settings-draft.ts';
import { ElsewherePart } from './ElsewherePart.tsx';
import { MethodsPart } from './MethodsPart.tsx';
import { RulesPart } from './RulesPart.tsx';
import { ShopifyPart } from './ShopifyPart.tsx';
import { StatePart } from './StatePart.tsx';
import { TryPart } from './TryPart.tsx';
import { ValidationPart } from './ValidationPart.tsx';

interface Props {
  saved: Settings;
  me: MeAnswer;
  status: CheckoutStatus;
}

const parts = ['state', 'rules', 'methods', 'checks', 'try', 'shopify', 'elsewhere'] as const;
const shown = [/^checkout\./, /^cod\.checkoutNames/];

/** What happens before an order is placed; nothing is kept until it is saved. */
export function CheckoutForm({ saved, me, status }: Props) {
  const { t } = useTranslation();
  const form = useSettingsDraft(saved, me.may.settings);
  useScrollToPart();
  return (
    <Page
      title={t('checkout.title')}
      backAction={{ content: t('checkout.back'), url: '/settings#cod' }}
    >
      <SaveBar form={form} />
      <BlockStack gap="400">
        {!me.may.settings && (
          <Banner tone="info">
            <p>{t('settings.readOnly')}</p>
          </Banner>
        )}
        <SaveProblem form={form} shown={shown} />
        <div className="line">
          <Text as="p">{t('checkout.about')}</Text>
          <nav aria-label={t('checkout.jump')} className="jump-links">
            {parts.map((part) => (
              <a key={part} href={`#${part}`}>
                {t(`checkout.${part}Title`)}
              </a>
            ))}
          </nav>
        </div>
        <StatePart status={status} saved={saved} />
        <RulesPart form={form} saved={saved} />
        <MethodsPart form={form} />
        <ValidationPart form={form} />
        <TryPart form={form} />
        <ShopifyPart form={form} shop={me.shop} />
        <ElsewherePart shop={me.shop} />
      </BlockStack>
    </Page>
  );
}

/** Other pages link to single parts, which are not there yet when the browser looks for them. */
function useScrollToPart() {
  useEffect(() => {
    if (location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
}
