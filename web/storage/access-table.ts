import type { Knex } from 'knex';
import type { AccessEntry, AccessRange, AccessTable } from '../usecases/ports/privacy-port.ts';

const hourMs = 3_600_000;
const key = ['shop', 'hour', 'user_id', 'kind', 'subject'];

interface AccessRowOf {
  hour: number;
  user_id: string;
  kind: AccessEntry['kind'];
  subject: string;
  at: number;
  name: string | null;
}

/** Nothing is sealed here: people of the shop, ids and codes. */
export function accessTable(db: Knex): AccessTable {
  return {
    async add(shop, entries) {
      const rows = entries.map(({ userId, kind, subject, at }) => ({
        ...{ shop, hour: Math.floor(at / hourMs), user_id: userId },
        ...{ kind, subject: subject.slice(0, 100), at },
      }));
      await db('access_log').insert(rows).onConflict(key).ignore();
    },
    async page(shop, range, after, limit) {
      const query = db('access_log')
        .leftJoin('orders', (on) =>
          on.on('orders.shop', 'access_log.shop').andOn('orders.order_id', 'access_log.subject'),
        )
        .where({ 'access_log.shop': shop });
      within(query, range);
      if (after !== null) below(query, after);
      const rows: AccessRowOf[] = await query
        .orderBy([
          { column: 'access_log.hour', order: 'desc' },
          'access_log.user_id',
          'access_log.kind',
          'access_log.subject',
        ])
        .limit(limit)
        .select('access_log.*', 'orders.name');
      return rows.map((row) => ({
        entry: { userId: row.user_id, kind: row.kind, subject: row.subject, at: Number(row.at) },
        orderName: row.name,
        cursor: [row.hour, row.user_id, row.kind, row.subject].join('|'),
      }));
    },
  };
}

function within(query: Knex.QueryBuilder, { from, to, who, subject }: AccessRange): void {
  if (from !== null) query.where('access_log.hour', '>=', Math.floor(from / hourMs));
  if (to !== null) query.where('access_log.hour', '<', Math.ceil(to / hourMs));
  if (who !== null) query.where({ 'access_log.user_id': who });
  if (subject !== null) query.where({ 'access_log.subject': subject });
}

function below(query: Knex.QueryBuilder, after: string): void {
  const [hour = '0', ...place] = after.split('|');
  // The first half alone bounds the index; the second is for rows of the same hour.
  query.where('access_log.hour', '<=', Number(hour));
  query.whereRaw(
    `(access_log.hour < ? or (access_log.user_id, access_log.kind, access_log.subject) > (?, ?, ?))`,
    [Number(hour), place[0] ?? '', place[1] ?? '', place[2] ?? ''],
  );
}
