import { BlockStack, Link, List, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import {
  activateEmbedLink,
  addBlockLink,
  checkoutSettingsLink,
} from '../../wording/theme-editor.ts';

/** Leads to Shopify's own editors, where the merchant places the blocks: no app may do that. */
export function NoticePlaces({ shop }: { shop: string }) {
  const { t } = useTranslation();
  const apiKey = apiKeyOfPage();
  const places = [
    ...(apiKey === null ? [] : themePlaces(shop, apiKey)),
    ['checkout', checkoutSettingsLink(shop)] as const,
  ];
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('settings.notice.places.title')}
      </Text>
      <Text as="p">{t('settings.notice.places.about')}</Text>
      <List>
        {places.map(([place, url]) => (
          <List.Item key={place}>
            <Link url={url} external>
              {t(`settings.notice.places.${place}`)}
            </Link>
          </List.Item>
        ))}
      </List>
      <Text as="p" tone="subdued">
        {t('settings.notice.places.checkoutNote')}
      </Text>
    </BlockStack>
  );
}

const themePlaces = (shop: string, apiKey: string) =>
  [
    ['cardOnCart', addBlockLink(shop, apiKey, 'card-notice', 'cart')],
    ['cardOnProduct', addBlockLink(shop, apiKey, 'card-notice', 'product')],
    ['fraudOnCart', addBlockLink(shop, apiKey, 'fraud-notice', 'cart')],
    ['fraudOnProduct', addBlockLink(shop, apiKey, 'fraud-notice', 'product')],
    ['embed', activateEmbedLink(shop, apiKey)],
  ] as const;

/** The app's client id, which the server puts into the page for App Bridge; a block's id begins with it. */
function apiKeyOfPage(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="shopify-api-key"]')?.content || null;
}
