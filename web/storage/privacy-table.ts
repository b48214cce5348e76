import type { Knex } from 'knex';
import type { PersonAsked, PrivacyRequest, PrivacyTable } from '../usecases/ports/privacy-port.ts';
import type { Keyring, ShopKeys } from './shop-keys.ts';

const table = 'privacy_requests';

interface RequestRow {
  shop: string;
  id: string;
  kind: PrivacyRequest['kind'];
  state: PrivacyRequest['state'];
  at: number;
  due_at: number;
  orders: number;
  done_at: number | null;
  done_by: string | null;
  body: Buffer | null;
}

const toRow = (keys: ShopKeys, { person, ...request }: PrivacyRequest): RequestRow => ({
  shop: request.shop,
  id: request.id,
  kind: request.kind,
  state: request.state,
  at: request.at,
  due_at: request.dueAt,
  orders: request.orders,
  done_at: request.doneAt,
  done_by: request.doneBy,
  body: person === null ? null : keys.sealJson(table, request.id, person),
});

const toRequest = (keys: ShopKeys, row: RequestRow): PrivacyRequest => ({
  shop: row.shop,
  id: row.id,
  kind: row.kind,
  state: row.state,
  at: row.at,
  dueAt: row.due_at,
  orders: row.orders,
  doneAt: row.done_at,
  doneBy: row.done_by,
  person: row.body === null ? null : keys.openJson<PersonAsked>(table, row.id, row.body),
});

export function privacyTable(db: Knex, keyring: Keyring): PrivacyTable {
  return {
    async add(request) {
      const made = await db(table)
        .insert(toRow(await keyring.of(db, request.shop), request))
        .onConflict(['shop', 'id'])
        .ignore()
        .returning('id');
      return made.length === 1;
    },
    async load(shop, id) {
      const row: RequestRow | undefined = await db(table).where({ shop, id }).first();
      return row === undefined ? null : toRequest(await keyring.of(db, shop), row);
    },
    async save(request) {
      const { shop, id, ...columns } = toRow(await keyring.of(db, request.shop), request);
      await db(table).where({ shop, id }).update(columns);
    },
    async list(shop, limit) {
      const rows: RequestRow[] = await db(table)
        .where({ shop })
        .orderBy([{ column: 'at', order: 'desc' }, 'id'])
        .limit(limit);
      if (rows.length === 0) return [];
      const keys = await keyring.of(db, shop);
      return rows.map((row) => toRequest(keys, row));
    },
    async countOpen(shop) {
      const open = db(table).where({ shop, kind: 'data-request', state: 'open' });
      const row = await open.count({ n: '*' }).first();
      return Number(row?.n ?? 0);
    },
    async expire(shop, before) {
      const done = () => db(table).where({ shop, state: 'done' });
      await done().where('done_at', '<', before.done).whereNotNull('body').update({ body: null });
      await done().where('done_at', '<', before.ended).delete();
    },
    ...sweeps(db),
  };
}

function sweeps(db: Knex): Pick<PrivacyTable, 'lastSweep' | 'saveSweep'> {
  return {
    async lastSweep(shop) {
      const row = await db('privacy_sweeps').where({ shop }).first();
      if (row === undefined) return null;
      const audit = { at: Number(row.audit_at), id: Number(row.audit_id) };
      return { at: Number(row.swept_at), orders: Number(row.orders), audit };
    },
    async saveSweep(shop, { at, orders, audit }) {
      const columns = { swept_at: at, orders, audit_at: audit.at, audit_id: audit.id };
      await db('privacy_sweeps')
        .insert({ shop, ...columns })
        .onConflict('shop')
        .merge(columns);
    },
  };
}
