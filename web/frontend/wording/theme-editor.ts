/** The blocks of `extensions/card-notice`: a file's name in `blocks/` each (a test compares). */
export type ThemeBlock = 'card-notice' | 'fraud-notice' | 'notice-embed';

/** Shopify's theme editor with one of our blocks added to a template; nothing is saved until staff save. */
export function addBlockLink(
  shop: string,
  apiKey: string,
  block: Exclude<ThemeBlock, 'notice-embed'>,
  template: 'cart' | 'product',
): string {
  return editorLink(shop, {
    template,
    addAppBlockId: `${apiKey}/${block}`,
    target: 'newAppsSection',
  });
}

/** The theme editor with the app embed switched on, for themes that take no app block. */
export function activateEmbedLink(shop: string, apiKey: string): string {
  const embed: ThemeBlock = 'notice-embed';
  return editorLink(shop, { context: 'apps', activateAppId: `${apiKey}/${embed}` });
}

/** Shopify's checkout settings, from where its editor opens. */
export function checkoutSettingsLink(shop: string): string {
  return `https://${shop}/admin/settings/checkout`;
}

function editorLink(shop: string, parameters: Readonly<Record<string, string>>): string {
  return `https://${shop}/admin/themes/current/editor?${new URLSearchParams(parameters)}`;
}
