import type { Knex } from 'knex';
import type { AuditEntry, AuditTable } from '../usecases/ports/storage-port.ts';
import type { Keyring } from './shop-keys.ts';

export function auditTable(db: Knex, keyring: Keyring): AuditTable {
  return {
    async add(shop, entry) {
      const keys = await keyring.of(db, shop);
      const { byName, details } = entry;
      await db('audit').insert({
        shop,
        order_id: entry.orderId,
        at: entry.at,
        by_kind: entry.byKind,
        by_id: entry.byId,
        what: entry.what,
        body: keys.sealJson('audit', `${entry.orderId}|${entry.at}|${entry.what}`, {
          byName,
          details,
        }),
      });
    },
    async ofOrder(shop, orderId, limit) {
      const rows = await db('audit')
        .where({ shop, order_id: orderId })
        .orderBy([
          { column: 'at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(limit);
      const keys = await keyring.of(db, shop);
      return rows.map((row) => ({
        orderId: row.order_id,
        at: row.at,
        byKind: row.by_kind,
        byId: row.by_id,
        what: row.what,
        ...keys.openJson<Pick<AuditEntry, 'byName' | 'details'>>(
          'audit',
          `${row.order_id}|${row.at}|${row.what}`,
          row.body,
        ),
      }));
    },
  };
}
