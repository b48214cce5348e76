import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import type { ShopSecrets } from '../usecases/ports/list-import-port.ts';
import { lookupHash, lookupPrint, seal, unseal } from './sealed.ts';

/** One shop's keys: all its personal data is sealed with the first, all look-ups go by the second. */
export interface ShopKeys {
  sealJson(table: string, row: string, value: unknown): Buffer;
  /** GCM has proved that we wrote it for this very place: its shape is the one we sealed. */
  openJson<T>(table: string, row: string, blob: Buffer): T;
  hash(value: string): Buffer;
  /** 128 bits, of which no two texts share one: equal without a look into what was sealed. */
  print(value: string): Buffer;
  /** HMAC-SHA-256 with a key derived (HKDF) for this purpose: no look-up key is ever part of it. */
  mac(purpose: string, data: Uint8Array): Buffer;
  seal(table: string, row: string, plain: Buffer): Buffer;
  /** For a thread that seals by itself; they go nowhere else. */
  secrets(): ShopSecrets;
}

/**
 * The shops' keys, wrapped by ENCRYPTION_KEY. Rotation only re-wraps; destroying the wrapped keys
 * (shop/redact) makes every blob of that shop unreadable, in backups too.
 */
export interface Keyring {
  of(db: Knex, shop: string): Promise<ShopKeys>;
  newWrapped(shop: string): Buffer;
  forget(shop: string): void;
}

export class MissingShopKeys extends Error {
  constructor(shop: string) {
    super(`no keys for ${shop}`);
    this.name = 'MissingShopKeys';
  }
}

export const wrapPlace = (shop: string) => `${shop}|keys`;

export function createKeyring(master: Buffer, previous: Buffer | null): Keyring {
  const cache = new Map<string, ShopKeys>();
  let forgotten = 0;
  return {
    async of(db, shop) {
      const cached = cache.get(shop);
      if (cached) return cached;
      const before = forgotten;
      const row = await db('shops').where({ shop }).first('keys');
      if (row === undefined) throw new MissingShopKeys(shop);
      const keys = keysFrom(shop, unwrap(shop, row.keys, master, previous));
      // Read while a shop was erased: kept, they would seal rows that nobody can open again.
      if (before === forgotten) cache.set(shop, keys);
      return keys;
    },
    newWrapped: (shop) => seal(master, wrapPlace(shop), randomBytes(64)),
    forget: (shop) => {
      forgotten += 1;
      cache.delete(shop);
    },
  };
}

function unwrap(shop: string, blob: Buffer, master: Buffer, previous: Buffer | null): Buffer {
  try {
    return unseal(master, wrapPlace(shop), blob);
  } catch (error) {
    if (previous === null) throw error;
    return unseal(previous, wrapPlace(shop), blob);
  }
}

function keysFrom(shop: string, raw: Buffer): ShopKeys {
  const data = createSecretKey(raw.subarray(0, 32));
  const lookup = createSecretKey(raw.subarray(32, 64));
  const place = (table: string, row: string) => `${shop}|${table}|${row}`;
  return {
    seal: (table, row, plain) => seal(data, place(table, row), plain),
    secrets: () => ({ data: data.export(), lookup: lookup.export() }),
    sealJson: (table, row, value) =>
      seal(data, place(table, row), Buffer.from(JSON.stringify(value))),
    openJson: (table, row, blob) =>
      JSON.parse(unseal(data, place(table, row), blob).toString('utf8')),
    hash: (value) => lookupHash(lookup, value),
    print: (value) => lookupPrint(lookup, value),
    mac: (purpose, data) => createHmac('sha256', macKey(lookup, purpose)).update(data).digest(),
  };
}

const macKey = (lookup: KeyObject, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', lookup, '', `sekisho ${purpose}`, 32)));
