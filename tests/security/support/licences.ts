/**
 * Licences whose conditions we keep: the notices go with the packages, and nothing of ours must be opened.
 * MPL-2.0 asks for its own files alone, which stay as they are.
 */
const allowed: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
  'WTFPL',
]);

/** Looked at one by one. Polaris may be used in apps that work with Shopify: this one does. */
const looked: Readonly<Record<string, string>> = {
  '@shopify/polaris': 'SEE LICENSE IN LICENSE.md',
  '@shopify/polaris-icons': 'SEE LICENSE IN LICENSE.md',
  '@shopify/polaris-tokens': 'SEE LICENSE IN LICENSE.md',
};

/** An SPDX expression: of `OR` one is enough, of `AND` all are needed. */
export function isAllowed(name: string, licence: string | undefined): boolean {
  if (licence === undefined) return false;
  if (looked[name] === licence) return true;
  const expression = licence.replace(/^\((.*)\)$/, '$1');
  return expression
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => allowed.has(one.trim())));
}
