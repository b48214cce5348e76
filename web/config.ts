import { isIP } from 'node:net';
import { z } from 'zod';
import { isLoopbackUrl } from './http/loopback.ts';
import { openCountryFile } from './network/country-file.ts';
import type { GeoData } from './network/ip-country.ts';
import { requiredScopes } from './shopify/required-scopes.ts';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** What the process needs to know of its surroundings; secrets in it are never logged. */
export interface Config {
  readonly port: number;
  /** Public origin, without a path or a closing slash. */
  readonly appUrl: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly previousApiSecret: string | null;
  readonly scopes: readonly string[];
  readonly databaseUrl: string;
  /** 32 bytes. */
  readonly encryptionKey: Buffer;
  readonly previousEncryptionKey: Buffer | null;
  /** Replaces `https://{shop}` for Admin API and token calls; loopback only. */
  readonly adminOrigin: string | null;
  readonly smtpUrl: string | null;
  readonly metricsToken: string | null;
  readonly role: 'web' | 'worker' | 'all';
  /** Express' "trust proxy": off, a number of hops, or addresses of proxies. */
  readonly trustProxy: false | number | readonly string[];
  readonly geoData: GeoData;
  readonly logLevel: LogLevel;
}

export type ParsedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly error: string };

const url = z.string().refine(URL.canParse, { error: 'must be a URL', abort: true });
/** 44 characters of base64 carry 32 bytes; Buffer.from alone would take any text. */
const key = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64 (openssl rand -base64 32)')
  .transform((text) => Buffer.from(text, 'base64'));
const origin = url.transform((text) => new URL(text).origin);

/** Messages never quote a value: any of them may be a secret pasted into the wrong line. */
const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number, 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a port number, 0 to 65535')
    .default(3000),
  SHOPIFY_APP_URL: url
    .refine(isPublicUrl, 'must begin with https:// (http:// only on a loopback address)')
    .refine(isBareOrigin, 'must be an origin, without a path, a query or a password')
    .pipe(origin),
  SHOPIFY_API_KEY: z.string(),
  SHOPIFY_API_SECRET: z.string(),
  SHOPIFY_API_SECRET_PREVIOUS: z.string().optional(),
  SCOPES: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine((list) => list.every((scope) => /^[a-z_]+$/.test(scope)), 'must be a comma list')
    .optional(),
  DATABASE_URL: z
    .string()
    .refine(isDatabaseUrl, 'must be sqlite:<file> or postgres://…')
    .default('sqlite:./data/sekisho.sqlite3'),
  ENCRYPTION_KEY: key,
  ENCRYPTION_KEY_PREVIOUS: key.optional(),
  SHOPIFY_ADMIN_ORIGIN: url
    .refine(isLoopbackUrl, 'must be a loopback address (127.0.0.0/8, localhost, [::1])')
    .refine(isBareOrigin, 'must be an origin, without a path, a query or a password')
    .pipe(origin)
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must be smtp://… or smtps://…')
    .refine(URL.canParse, 'must be a URL')
    .optional(),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  ROLE: z.enum(['web', 'worker', 'all'], 'must be web, worker or all').default('all'),
  TRUST_PROXY: z.string().transform(readTrustProxy).optional(),
  GEO_DATA: z.string().transform(readGeoData).optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
});

/** Reads the whole environment at once, so that one start names every variable that is wrong. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): ParsedConfig {
  const parsed = environment.safeParse(withoutBlanks(env));
  if (!parsed.success) return { ok: false, error: describe(parsed.error) };
  const value = parsed.data;
  const config: Config = {
    port: value.PORT,
    appUrl: value.SHOPIFY_APP_URL,
    apiKey: value.SHOPIFY_API_KEY,
    apiSecret: value.SHOPIFY_API_SECRET,
    previousApiSecret: value.SHOPIFY_API_SECRET_PREVIOUS ?? null,
    scopes: value.SCOPES ?? requiredScopes,
    databaseUrl: value.DATABASE_URL,
    encryptionKey: value.ENCRYPTION_KEY,
    previousEncryptionKey: value.ENCRYPTION_KEY_PREVIOUS ?? null,
    adminOrigin: value.SHOPIFY_ADMIN_ORIGIN ?? null,
    smtpUrl: value.SMTP_URL ?? null,
    metricsToken: value.METRICS_TOKEN ?? null,
    role: value.ROLE,
    trustProxy: value.TRUST_PROXY ?? false,
    geoData: value.GEO_DATA ?? 'packaged',
    logLevel: value.LOG_LEVEL,
  };
  if (config.role === 'web' && !isPostgres(config.databaseUrl)) {
    return { ok: false, error: webAlone };
  }
  return { ok: true, config };
}

/** One process has an SQLite file: nobody would ever judge what this one receives. */
const webAlone =
  'ROLE=web needs workers on the same database, so DATABASE_URL=postgres://…; with SQLite leave ROLE out';

export const isPostgres = (databaseUrl: string): boolean => /^postgres(ql)?:/.test(databaseUrl);

/** `NAME=` in an env file means "not set", not the empty text. */
function withoutBlanks(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const set: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value) set[name] = value;
  }
  return set;
}

function describe(error: z.ZodError): string {
  const lines = new Map<string, string>();
  for (const issue of error.issues) {
    const name = String(issue.path[0]);
    if (!lines.has(name)) lines.set(name, sentenceOf(issue));
  }
  const list = [...lines].map(([name, sentence]) => `  ${name} ${sentence}`);
  return `These environment variables are missing or wrong:\n${list.join('\n')}`;
}

/** The environment holds texts only, so a wrong type means that there is none. */
function sentenceOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_type' ? 'is missing' : issue.message;
}

function isPublicUrl(text: string): boolean {
  const protocol = new URL(text).protocol;
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackUrl(text));
}

function isBareOrigin(text: string): boolean {
  const { username, password, pathname, search, hash } = new URL(text);
  return !username && !password && pathname === '/' && !search && !hash;
}

function isDatabaseUrl(text: string): boolean {
  return /^sqlite:.+/.test(text) || (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text));
}

/** Tried at start, so that a wrong file is not found out with the first order. */
function readGeoData(text: string, context: z.RefinementCtx): GeoData {
  if (/^(false|no|off|0)$/i.test(text)) return 'off';
  const opened = openCountryFile(text);
  if (opened.ok) return { file: text };
  context.addIssue({ code: 'custom', message: opened.why });
  return z.NEVER;
}

/**
 * `true` counts one hop, not "believe the leftmost address": a caller could then write
 * `X-Forwarded-For: 127.0.0.1` and read /metrics.
 */
function readTrustProxy(text: string, context: z.RefinementCtx): Config['trustProxy'] {
  if (/^(false|no|off|0)$/i.test(text)) return false;
  if (/^(true|yes|on)$/i.test(text)) return 1;
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const proxies = text.split(',').map((part) => part.trim());
  if (proxies.every(isProxyAddress)) return proxies;
  context.addIssue({
    code: 'custom',
    message: 'must be true, false, a number of hops, or a list of addresses',
  });
  return z.NEVER;
}

function isProxyAddress(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
  );
}
