import type { Knex } from 'knex';
import type { SnoozeRecord, SnoozeTable } from '../usecases/ports/queue-port.ts';
import type { Keyring } from './shop-keys.ts';

type SnoozeBody = Omit<SnoozeRecord, 'id' | 'signal' | 'until'>;

interface SnoozeRow {
  id: string;
  signal: string;
  until: number;
  body: Buffer;
}

/** One row for each key of the buyer; the body is the same in all. */
export function snoozeTable(db: Knex, keyring: Keyring): SnoozeTable {
  return {
    async add(shop, { id, signal, until, ...body }) {
      const keys = await keyring.of(db, shop);
      const sealed = keys.sealJson('snoozes', id, body satisfies SnoozeBody);
      await db('snoozes').insert(
        [...new Set(body.keys)].map((key) => ({
          ...{ shop, id, signal, until, key: keys.hash(key) },
          body: sealed,
        })),
      );
    },
    async active(shop, wanted, now) {
      if (wanted.length === 0) return [];
      const keys = await keyring.of(db, shop);
      const rows: SnoozeRow[] = await db('snoozes')
        .where({ shop })
        .whereIn(
          'key',
          wanted.map((key) => keys.hash(key)),
        )
        .where('until', '>', now)
        .select('id', 'signal', 'until', 'body');
      const found = new Map(rows.map((row) => [row.id, row]));
      return [...found.values()]
        .map(({ id, signal, until, body }) => ({
          ...{ id, signal, until },
          ...keys.openJson<SnoozeBody>('snoozes', id, body),
        }))
        .filter((snooze) => snooze.keys.some((key) => wanted.includes(key)))
        .sort((a, b) => a.at - b.at);
    },
    async remove(shop, id) {
      await db('snoozes').where({ shop, id }).delete();
    },
  };
}
