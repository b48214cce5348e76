import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Maxmind from 'maxmind';

const require = createRequire(import.meta.url);

/** A file of countries by address in the MaxMind DB format, in memory. */
export interface CountryFile {
  /** ISO 3166-1 alpha-2; undefined where the file has none. @param address a valid IPv4 or IPv6 */
  countryOf(address: string): string | undefined;
  /** The database type that the file names. */
  readonly type: string;
  readonly builtAt: Date;
}

export type OpenedCountryFile =
  | { readonly ok: true; readonly file: CountryFile }
  /** `why` ends the sentence "GEO_DATA …" and quotes nothing. */
  | { readonly ok: false; readonly why: string };

/** The registries' data that comes with the app; see LICENCE-countries.md. */
const packaged = '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb';

/**
 * Reads the whole file (8 MB: 10 ms) and makes sure that it answers.
 * @param path null: the data that comes with the app
 */
export function openCountryFile(path: string | null): OpenedCountryFile {
  const bytes = read(path);
  if (bytes === null) return { ok: false, why: 'must be off, or a file that can be read' };
  const file = parse(bytes);
  if (file === null) return { ok: false, why: 'must be off, or a file in the MaxMind DB format' };
  const answers = wellKnown.some((address) => file.countryOf(address) !== undefined);
  if (!answers) return { ok: false, why: 'must be off, or a file that has countries' };
  return { ok: true, file };
}

/** Name servers that everybody uses, one at least in every file that covers the world. */
const wellKnown = ['8.8.8.8', '1.1.1.1', '9.9.9.9', '2001:4860:4860::8888', '2606:4700:4700::1111'];

function read(path: string | null): Buffer | null {
  try {
    return readFileSync(path ?? require.resolve(packaged));
  } catch {
    return null;
  }
}

function parse(bytes: Buffer): CountryFile | null {
  try {
    // Loaded with the first file: most of the tools that share this code look nothing up.
    const { Reader } = require('maxmind') as typeof Maxmind;
    const reader = new Reader(bytes);
    const { databaseType, buildEpoch, ipVersion } = reader.metadata;
    if (Number.isNaN(buildEpoch.getTime())) return null;
    return {
      countryOf: (address) =>
        ipVersion === 4 && address.includes(':') ? undefined : countryIn(lookUp(reader, address)),
      type: databaseType,
      builtAt: buildEpoch,
    };
  } catch {
    return null;
  }
}

/** A file that is damaged inside tells no country; it must not keep an order from being judged. */
function lookUp(reader: { get(address: string): unknown }, address: string): unknown {
  try {
    return reader.get(address);
  } catch {
    return null;
  }
}

/** MaxMind and DB-IP write {country: {iso_code}}, IPinfo {country}, registries' data {country_code}. */
function countryIn(record: unknown): string | undefined {
  const country = fieldOf(record, 'country');
  const code = fieldOf(record, 'country_code') ?? fieldOf(country, 'iso_code') ?? country;
  return typeof code === 'string' && /^[A-Z]{2}$/.test(code) && !noCountry.has(code)
    ? code
    : undefined;
}

/** Whole regions, and "unknown". */
const noCountry = new Set(['AP', 'EU', 'XX', 'ZZ']);

const fieldOf = (record: unknown, name: string): unknown =>
  typeof record === 'object' && record !== null
    ? Object.entries(record).find(([key]) => key === name)?.[1]
    : undefined;
