import type { Knex } from 'knex';
import type { CaseLink, KeyShare, QueueTable } from '../usecases/ports/queue-port.ts';
import type { OrderKey } from '../usecases/ports/storage-port.ts';
import { refreshGroup, unlinkAll } from './case-refresh.ts';
import { type CaseRow, caseColumns, caseOfRow, figureColumns } from './case-rows.ts';
import { recount, uncount } from './case-tally.ts';
import { queuePages } from './queue-pages.ts';
import type { Keyring } from './shop-keys.ts';

/** Cases and the rows that they stand in: what changes them. Reading them: `queue-pages.ts`. */
export function queueTable(db: Knex, keyring: Keyring): QueueTable {
  return {
    ...queuePages(db, keyring),
    ...links(db),
    async raise(shop) {
      await db('queues')
        .insert({ shop, version: 1 })
        .onConflict('shop')
        .merge({ version: db.raw('queues.version + 1') });
    },
    caseOf: (shop, orderId) => caseOf(db, shop, orderId),
    async casesOf(shop, groupId) {
      const rows: CaseRow[] = await db('cases')
        .where({ shop, group_id: groupId })
        .orderBy('id')
        .select(caseColumns);
      return rows.map(caseOfRow);
    },
    sharing: (shop, orderId, keys, limit) => sharing(db, keyring, { shop, orderId, keys, limit }),
    async place(shop, orderId, groupId) {
      const id = groupId ?? (await newGroup(db, shop, orderId));
      await db('cases').where({ shop, order_id: orderId }).update({ group_id: id });
      return id;
    },
    async setFigures(shop, orderId, figures) {
      const known = await caseOf(db, shop, orderId);
      if (known === null) return;
      await db('cases').where({ id: known.id }).update(figureColumns(figures));
    },
    async setApart(shop, orderIds, apart) {
      await db('cases').where({ shop }).whereIn('order_id', orderIds).update({ apart });
    },
    merge: (shop, into, from) => merge(db, shop, into, from),
    refresh: (shop, groupId) => refreshGroup(db, shop, groupId),
    async assign(shop, groupId, userId) {
      await db('case_groups').where({ shop, id: groupId }).update({ assignee: userId });
      await recount(db, shop, groupId);
    },
  };
}

async function caseOf(db: Knex, shop: string, orderId: string) {
  const rows: CaseRow[] = await db('cases')
    .where({ shop, order_id: orderId })
    .orderBy('id', 'desc')
    .select(caseColumns);
  const shown = rows.find((row) => row.closed_at === null) ?? rows[0];
  if (shown === undefined) return null;
  const group_id = rows.find((row) => row.group_id !== null)?.group_id ?? null;
  return { ...caseOfRow({ ...shown, group_id }), apart: rows.some((row) => Boolean(row.apart)) };
}

async function merge(db: Knex, shop: string, into: number, from: number): Promise<void> {
  const gone = await db('case_groups').where({ shop, id: from }).first('assignee');
  await db('cases').where({ shop, group_id: from }).update({ group_id: into });
  if (gone?.assignee != null) {
    await db('case_groups')
      .where({ shop, id: into })
      .whereNull('assignee')
      .update({ assignee: gone.assignee });
  }
  await uncount(db, shop, from);
  await db('case_groups').where({ shop, id: from }).delete();
}

/** Its figures follow at once: `refresh` writes all of them. */
async function newGroup(db: Knex, shop: string, orderId: string): Promise<number> {
  const [made] = await db('case_groups')
    .insert({ shop, order_id: orderId, orders: 0, opened_at: 0 })
    .returning('id');
  return Number(made?.id);
}

interface Asked {
  readonly shop: string;
  readonly orderId: string;
  readonly keys: readonly OrderKey[];
  readonly limit: number;
}

async function sharing(db: Knex, keyring: Keyring, asked: Asked): Promise<KeyShare[]> {
  const keys = await keyring.of(db, asked.shop);
  const shares: KeyShare[] = [];
  for (const key of asked.keys) shares.push(await shareOf(db, asked, key, keys.hash(key)));
  return shares;
}

/** One range of the keys' index, cut off: a carrier's address has orders by the thousand. */
async function shareOf(
  db: Knex,
  { shop, orderId, limit }: Asked,
  key: OrderKey,
  hash: Buffer,
): Promise<KeyShare> {
  const same = db('order_keys')
    .where({ shop, key: hash })
    .whereNot({ order_id: orderId })
    .limit(limit)
    .select('order_id');
  const rows: { order_id: string; case_id: number | null; group_id: number | null }[] = await db
    .from(same.as('same'))
    .joinRaw(
      'left join cases on cases.shop = ? and cases.order_id = same.order_id and cases.closed_at is null and cases.apart = ?',
      [shop, false],
    )
    .select('same.order_id', 'cases.id as case_id', 'cases.group_id');
  const open = rows.filter((row) => row.case_id !== null);
  return {
    key,
    orders: rows.length,
    open: open.map((row) => ({ orderId: row.order_id, groupId: row.group_id })),
  };
}

function links(db: Knex): Pick<QueueTable, 'link' | 'linksOf' | 'unlink'> {
  return {
    async link(shop, made) {
      if (made.length === 0) return;
      const both = made.flatMap(({ orderId, otherId, kind }) => [
        { shop, order_id: orderId, other_id: otherId, kind },
        { shop, order_id: otherId, other_id: orderId, kind },
      ]);
      await db('case_links')
        .insert(both)
        .onConflict(['shop', 'order_id', 'other_id', 'kind'])
        .ignore();
    },
    async linksOf(shop, orderId) {
      const rows: { other_id: string; kind: CaseLink['kind'] }[] = await db('case_links')
        .where({ shop, order_id: orderId })
        .select('other_id', 'kind');
      return rows.map((row) => ({ orderId, otherId: row.other_id, kind: row.kind }));
    },
    unlink: (shop, orderId) => unlinkAll(db, shop, [orderId]),
  };
}
