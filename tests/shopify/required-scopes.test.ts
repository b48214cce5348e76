import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { requiredScopes } from '../../web/shopify/required-scopes.ts';
import { readToml } from '../support/read-toml.ts';

it('asks a merchant, in shopify.app.toml, for every scope that the operations use', () => {
  const toml = readToml(readFileSync(new URL('../../shopify.app.toml', import.meta.url), 'utf8'));
  const { access_scopes: section } = toml;
  const declared =
    typeof section === 'object' && 'scopes' in section ? String(section.scopes).split(',') : [];
  expect(declared).toEqual(expect.arrayContaining([...requiredScopes]));
});
