import type { Knex } from 'knex';
import { linkRefOf } from '../usecases/contact/answer-token.ts';
import type { ShopRecord, ShopTable } from '../usecases/ports/storage-port.ts';
import { initialSettings, readSettings } from '../usecases/settings/settings-document.ts';
import { deleteSlice } from './delete-slice.ts';
import { readPerShop, type SeenShop, type SeenShops } from './seen-shops.ts';
import type { Keyring } from './shop-keys.ts';

/** Every table with a `shop` column, in the order in which shop/redact empties them. */
export const tablesOfShop = [
  'access_log',
  'privacy_requests',
  'privacy_sweeps',
  'audit',
  'alert_sends',
  'alerts',
  'automation',
  'budgets',
  'bulk_items',
  'bulk_runs',
  'calls',
  'contacts',
  'mails',
  'queue_views',
  'secrets',
  'snoozes',
  'staff',
  'case_links',
  'cases',
  'case_groups',
  'queue_counts',
  'queues',
  'actions',
  'effects',
  'order_signals',
  'order_keys',
  'orders',
  'tasks',
  'inbox',
  'payment_names',
  'reconciliations',
  'erased_orders',
  'histograms',
  'tokens',
  'list_imports',
  'checkout',
  'shops',
] as const;

export function shopTable(db: Knex, keyring: Keyring, seen: SeenShops = readPerShop()): ShopTable {
  const look = (shop: string) => seen.of(db, shop, (on, name) => read(on, keyring, name));
  const find = async (shop: string) => (await look(shop))?.record ?? null;
  return {
    find,
    async ensure(shop, now) {
      const known = await find(shop);
      if (known) return known;
      await db('shops')
        .insert(newRow(shop, keyring.newWrapped(shop), now))
        .onConflict('shop')
        .ignore();
      seen.changed(shop);
      const made = await find(shop);
      if (made === null) throw new Error(`shop row of ${shop} is gone`);
      return made;
    },
    async update(shop, change) {
      await db('shops').where({ shop }).update(toColumns(change));
      seen.changed(shop);
    },
    settings: async (shop) => (await look(shop))?.settings ?? initialSettings,
    async saveSettings(shop, settings, expected) {
      const keys = await keyring.of(db, shop);
      const body = keys.sealJson('shops', 'settings', JSON.stringify(settings));
      const changed = await db('shops')
        .where({ shop, settings_revision: expected })
        .update({
          settings: `${sealed}${body.toString('base64')}`,
          settings_revision: settings.revision,
        });
      seen.changed(shop);
      return changed === 1;
    },
    countPaymentNames: (shop, names, now) => countNames(db, shop, names, now),
    async paymentNames(shop) {
      const rows = await db('payment_names').where({ shop }).orderBy('orders', 'desc').limit(100);
      return rows.map((r) => ({ name: r.name, orders: r.orders, lastSeenAt: r.last_seen_at }));
    },
    async eraseSlice(shop, limit) {
      for (const table of tablesOfShop) {
        // The work that erases stands there until it is done, and the keys go last of all.
        if (table === 'tasks' || table === 'shops') continue;
        const gone = await deleteSlice(db, table, (all) => all.where({ shop }), limit);
        if (gone > 0) return gone;
      }
      return 0;
    },
    async erase(shop) {
      for (const table of tablesOfShop) await db(table).where({ shop }).delete();
      seen.changed(shop);
      keyring.forget(shop);
    },
  };
}

/**
 * A document that somebody saved holds mail addresses and names of staff; that of a new shop is our own
 * defaults in clear, as are documents from before it was sealed, until they are saved again.
 */
const sealed = 'sealed:';

async function read(db: Knex, keyring: Keyring, shop: string): Promise<SeenShop | null> {
  const row: ShopRow | undefined = await db('shops').where({ shop }).first(shopColumns);
  if (row === undefined) return null;
  return { record: toRecord(row), settings: await settingsOf(db, keyring, row) };
}

const settingsOf = async (db: Knex, keyring: Keyring, row: ShopRow) =>
  readSettings(
    row.settings.startsWith(sealed)
      ? await opened(db, keyring, row.shop, row.settings)
      : row.settings,
  );

async function opened(db: Knex, keyring: Keyring, shop: string, settings: string) {
  const body = Buffer.from(settings.slice(sealed.length), 'base64');
  return (await keyring.of(db, shop)).openJson<string>('shops', 'settings', body);
}

function newRow(shop: string, keys: Buffer, now: number) {
  return {
    shop,
    state: 'known',
    created_at: now,
    keys,
    link_ref: linkRefOf(shop),
    settings: JSON.stringify(initialSettings),
    settings_revision: initialSettings.revision,
  };
}

interface ShopRow {
  shop: string;
  state: ShopRecord['state'];
  installed_at: number | null;
  info: string | null;
  missing_scopes: string;
  statistics: string | null;
  settings: string;
}

const shopColumns = [
  'shop',
  'state',
  'installed_at',
  'info',
  'missing_scopes',
  'statistics',
  'settings',
] as const;

const toRecord = (row: ShopRow): ShopRecord => ({
  shop: row.shop,
  state: row.state,
  installedAt: row.installed_at,
  info: row.info === null ? null : JSON.parse(row.info),
  missingScopes: JSON.parse(row.missing_scopes),
  statistics: row.statistics === null ? null : JSON.parse(row.statistics),
});

function toColumns(change: Parameters<ShopTable['update']>[1]) {
  return {
    ...(change.state === undefined ? {} : { state: change.state }),
    ...(change.installedAt === undefined ? {} : { installed_at: change.installedAt }),
    ...(change.info === undefined ? {} : { info: JSON.stringify(change.info) }),
    ...(change.missingScopes === undefined
      ? {}
      : { missing_scopes: JSON.stringify(change.missingScopes) }),
    ...(change.statistics === undefined ? {} : { statistics: JSON.stringify(change.statistics) }),
  };
}

async function countNames(db: Knex, shop: string, names: readonly string[], now: number) {
  for (const name of names) {
    await db('payment_names')
      .insert({ shop, name: name.slice(0, 100), orders: 1, last_seen_at: now })
      .onConflict(['shop', 'name'])
      .merge({ orders: db.raw('payment_names.orders + 1'), last_seen_at: now });
  }
}
