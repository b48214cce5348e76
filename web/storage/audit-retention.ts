import type { Knex } from 'knex';
import type { RetentionTable } from '../usecases/ports/privacy-port.ts';
import { bareDetails } from '../usecases/privacy/bare-details.ts';
import { type AuditRow, openRow, sealRow } from './audit-table.ts';
import { deleteSlice } from './delete-slice.ts';
import type { Keyring } from './shop-keys.ts';

/** The log outlives what it tells of: who did what, and when; what people wrote goes with the data. */
export function auditRetention(
  db: Knex,
  keyring: Keyring,
): Pick<RetentionTable, 'bareAudit' | 'bareOfOrders' | 'endAudit' | 'bareLines'> {
  async function bare(shop: string, rows: readonly AuditRow[]): Promise<void> {
    const keys = await keyring.of(db, shop);
    for (const row of rows) {
      const entry = openRow(keys, row);
      const details = bareDetails(entry.details);
      if (Object.keys(details).length === Object.keys(entry.details).length) continue;
      await db('audit')
        .where({ shop, id: row.id })
        .update({ body: sealRow(keys, { ...entry, details }) });
    }
  }
  return {
    async bareAudit(shop, from, before, limit) {
      const rows: AuditRow[] = await db('audit')
        .where({ shop })
        .whereRaw('(at > ? or (at = ? and id > ?))', [from.at, from.at, from.id])
        .where('at', '>=', from.at)
        .where('at', '<', before)
        .orderBy(['at', 'id'])
        .limit(limit);
      const last = rows.at(-1);
      if (last === undefined) return null;
      await bare(shop, rows);
      return { at: Number(last.at), id: last.id, lines: rows.length };
    },
    async bareOfOrders(shop, orderIds) {
      await bare(shop, await db('audit').where({ shop }).whereIn('order_id', orderIds));
    },
    endAudit: (shop, before, limit) =>
      deleteSlice(db, 'audit', (all) => all.where({ shop }).where('at', '<', before), limit),
    async bareLines(shop, ids) {
      const rows: AuditRow[] = await db('audit').where({ shop }).whereIn('id', ids);
      if (rows.length > 0) await bare(shop, rows);
    },
  };
}
