import { BlockStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { Part } from '../signals/Part.tsx';

/** What Shopify lets no app do at checkout, and the place of Shopify admin where the merchant does it. */
const elsewhere = [
  { what: 'customizations', page: 'payments' },
  { what: 'rules', page: 'checkout' },
  { what: 'reach', page: null },
] as const;

export function ElsewherePart({ shop }: { shop: string }) {
  const { t } = useTranslation();
  const store = shop.replace('.myshopify.com', '');
  return (
    <Part id="elsewhere" title={t('checkout.elsewhereTitle')} about={t('checkout.elsewhereAbout')}>
      <div className="part-body">
        <BlockStack gap="400">
          {elsewhere.map(({ what, page }) => (
            <BlockStack key={what} gap="100">
              <Text as="h3" fontWeight="semibold">
                {t(`checkout.elsewhere.${what}.title`)}
              </Text>
              <Text as="p">{t(`checkout.elsewhere.${what}.text`)}</Text>
              {page !== null && (
                <Link
                  external
                  url={`https://admin.shopify.com/store/${store}/settings/${page}`}
                  accessibilityLabel={`${t(`checkout.elsewhere.${what}.link`)}${t('common.newTab')}`}
                >
                  {t(`checkout.elsewhere.${what}.link`)}
                </Link>
              )}
            </BlockStack>
          ))}
        </BlockStack>
      </div>
    </Part>
  );
}
