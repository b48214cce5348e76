import type { Knex } from 'knex';
import type { CallRecord, ContactRecord, ContactTable } from '../usecases/ports/contact-port.ts';
import type { Keyring } from './shop-keys.ts';

type ContactBody = Omit<ContactRecord, 'orderId' | 'stage' | 'nextAt'>;
type CallBody = Pick<CallRecord, 'by' | 'number' | 'note'>;

/** Stage and time in plain, for the queue sorts by them; what was said and dialled is sealed. */
export function contactTable(db: Knex, keyring: Keyring): ContactTable {
  return {
    async load(shop, orderId) {
      const row = await db('contacts').where({ shop, order_id: orderId }).first();
      if (row === undefined) return null;
      const keys = await keyring.of(db, shop);
      const body = keys.openJson<ContactBody>('contacts', orderId, row.body);
      return { orderId, stage: row.stage, nextAt: row.next_at, ...body };
    },
    async save(shop, { orderId, stage, nextAt, ...body }) {
      const keys = await keyring.of(db, shop);
      const columns = {
        stage,
        next_at: nextAt,
        body: keys.sealJson('contacts', orderId, body satisfies ContactBody),
      };
      await db('contacts')
        .insert({ shop, order_id: orderId, ...columns })
        .onConflict(['shop', 'order_id'])
        .merge(columns);
    },
    async addCall(shop, { orderId, at, byId, result, ...body }) {
      const keys = await keyring.of(db, shop);
      await db('calls').insert({
        shop,
        order_id: orderId,
        at,
        by_id: byId,
        result,
        body: keys.sealJson('calls', callPlace(orderId, at, result), body satisfies CallBody),
      });
    },
    async callsOf(shop, orderId) {
      const rows = await db('calls')
        .where({ shop, order_id: orderId })
        .orderBy([
          { column: 'at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ]);
      const keys = await keyring.of(db, shop);
      return rows.map((row) => ({
        orderId,
        at: row.at,
        byId: row.by_id,
        result: row.result,
        ...keys.openJson<CallBody>('calls', callPlace(orderId, row.at, row.result), row.body),
      }));
    },
  };
}

const callPlace = (orderId: string, at: number, result: string) => `${orderId}|${at}|${result}`;
