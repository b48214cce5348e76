import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { type Config, parseConfig } from '../web/config.ts';
import { requiredScopes } from '../web/shopify/required-scopes.ts';
import { readToml } from './support/read-toml.ts';

const encryptionKey = Buffer.alloc(32, 7).toString('base64');
const complete = {
  SHOPIFY_APP_URL: 'https://app.example.jp',
  SHOPIFY_API_KEY: 'key',
  SHOPIFY_API_SECRET: 'secret-of-the-app',
  ENCRYPTION_KEY: encryptionKey,
};

function configOf(env: Record<string, string>): Config {
  const parsed = parseConfig({ ...complete, ...env });
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.config;
}

function errorOf(env: Record<string, string | undefined>): string {
  const parsed = parseConfig({ ...complete, ...env });
  if (parsed.ok) throw new Error('The environment was taken');
  return parsed.error;
}

describe('the environment', () => {
  it('needs four variables and defaults the rest', () => {
    expect(configOf({})).toEqual({
      port: 3000,
      appUrl: 'https://app.example.jp',
      apiKey: 'key',
      apiSecret: 'secret-of-the-app',
      previousApiSecret: null,
      scopes: requiredScopes,
      databaseUrl: 'sqlite:./data/sekisho.sqlite3',
      encryptionKey: Buffer.alloc(32, 7),
      previousEncryptionKey: null,
      adminOrigin: null,
      smtpUrl: null,
      metricsToken: null,
      role: 'all',
      trustProxy: false,
      geoData: 'packaged',
      logLevel: 'info',
    });
  });

  it('takes every variable of the contract', () => {
    const config = configOf({
      PORT: '8081',
      SHOPIFY_APP_URL: 'http://127.0.0.1:8081/',
      SHOPIFY_API_SECRET_PREVIOUS: 'older',
      SCOPES: 'read_orders, write_orders',
      DATABASE_URL: 'postgres://u:p@db/sekisho',
      ENCRYPTION_KEY_PREVIOUS: encryptionKey,
      SHOPIFY_ADMIN_ORIGIN: 'http://localhost:9090',
      SMTP_URL: 'smtp://mail.example.jp:587',
      METRICS_TOKEN: 'sixteen-characters',
      ROLE: 'worker',
      TRUST_PROXY: '10.0.0.0/8, loopback',
      LOG_LEVEL: 'debug',
    });
    expect(config).toMatchObject({
      port: 8081,
      appUrl: 'http://127.0.0.1:8081',
      previousApiSecret: 'older',
      scopes: ['read_orders', 'write_orders'],
      databaseUrl: 'postgres://u:p@db/sekisho',
      previousEncryptionKey: Buffer.alloc(32, 7),
      adminOrigin: 'http://localhost:9090',
      smtpUrl: 'smtp://mail.example.jp:587',
      metricsToken: 'sixteen-characters',
      role: 'worker',
      trustProxy: ['10.0.0.0/8', 'loopback'],
      logLevel: 'debug',
    });
  });

  it('names every missing variable in one error', () => {
    const parsed = parseConfig({ PATH: '/bin' });
    expect(parsed).toEqual({
      ok: false,
      error: [
        'These environment variables are missing or wrong:',
        '  SHOPIFY_APP_URL is missing',
        '  SHOPIFY_API_KEY is missing',
        '  SHOPIFY_API_SECRET is missing',
        '  ENCRYPTION_KEY is missing',
      ].join('\n'),
    });
  });

  it('treats an empty variable as not set', () => {
    expect(errorOf({ SHOPIFY_API_SECRET: '' })).toContain('SHOPIFY_API_SECRET is missing');
    expect(configOf({ METRICS_TOKEN: '' }).metricsToken).toBeNull();
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['SHOPIFY_APP_URL', 'app.example.jp'],
    ['SHOPIFY_APP_URL', 'http://app.example.jp'],
    ['SHOPIFY_APP_URL', 'https://app.example.jp/sub'],
    ['SHOPIFY_APP_URL', 'ftp://app.example.jp'],
    ['SCOPES', 'read_orders; DROP'],
    ['DATABASE_URL', 'mysql://u:hunter2@db/x'],
    ['DATABASE_URL', 'sqlite3:data.sqlite3'],
    ['ENCRYPTION_KEY', 'c2hvcnQ='],
    ['ENCRYPTION_KEY', Buffer.alloc(33, 7).toString('base64')],
    ['ENCRYPTION_KEY', 'not base64 at all, but as long as a key!!!!!'],
    ['ENCRYPTION_KEY_PREVIOUS', 'c2hvcnQ='],
    ['SMTP_URL', 'https://mail.example.jp'],
    ['METRICS_TOKEN', 'short'],
    ['ROLE', 'cron'],
    ['TRUST_PROXY', 'everyone'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['GEO_DATA', '/nowhere/countries.mmdb'],
    ['GEO_DATA', import.meta.filename],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s by name and never repeats the value', (name, value) => {
    const error = errorOf({ [name]: value });
    expect(error).toContain(`  ${name} must`);
    expect(error.split('\n')).toHaveLength(2);
    expect(error).not.toContain(value);
  });

  it('refuses a process that only receives where no other can work on the database', () => {
    expect(errorOf({ ROLE: 'web' })).toMatch(/^ROLE=web needs workers .*postgres:/);
    expect(configOf({ ROLE: 'web', DATABASE_URL: 'postgres://db/sekisho' }).role).toBe('web');
  });

  it.each([
    'http://127.0.0.1:9090',
    'http://127.8.9.1:1',
    'http://localhost:9090',
    'http://[::1]:1',
  ])('takes %s in place of Shopify, in production too', (origin) => {
    const config = configOf({ SHOPIFY_ADMIN_ORIGIN: origin, NODE_ENV: 'production' });
    expect(config.adminOrigin).toBe(origin);
  });

  it.each([
    'http://192.168.0.5:9090',
    'http://127.0.0.1.nip.io',
    'http://localhost.example.jp',
    'http://user@evil.example/',
    'http://0.0.0.0:9090',
    'http://[::]:9090',
    'http://2130706433.example',
    'file://localhost/etc',
  ])('refuses %s in place of Shopify', (origin) => {
    expect(errorOf({ SHOPIFY_ADMIN_ORIGIN: origin })).toContain(
      'SHOPIFY_ADMIN_ORIGIN must be a loopback address',
    );
  });

  it.each([
    ['true', 1],
    ['2', 2],
    ['0', false],
    ['false', false],
  ])('reads TRUST_PROXY=%s', (text, expected) => {
    expect(configOf({ TRUST_PROXY: text }).trustProxy).toBe(expected);
  });

  it('takes off, and a file of countries, in place of its own countries of addresses', () => {
    const file = createRequire(import.meta.url).resolve(
      '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country-ipv4.mmdb',
    );
    expect(configOf({ GEO_DATA: 'off' }).geoData).toBe('off');
    expect(configOf({ GEO_DATA: file }).geoData).toEqual({ file });
  });

  it('asks by default for the scopes that shopify.app.toml declares', () => {
    const toml = readToml(readFileSync(new URL('../shopify.app.toml', import.meta.url), 'utf8'));
    expect(toml).toMatchObject({ access_scopes: { scopes: requiredScopes.join(',') } });
  });
});
