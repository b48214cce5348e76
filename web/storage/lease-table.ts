import type { Knex } from 'knex';
import { type LeasePurpose, type LeaseTable, leaseMs } from '../usecases/ports/process-port.ts';

/** Not the start of the transaction: whoever waited for a row must see the time it has become. */
const clock = '(extract(epoch from clock_timestamp()) * 1000)::bigint';

/** PostgreSQL. A row stands only while somebody holds it. */
export function leaseTable(db: Knex): LeaseTable {
  const at = (purpose: LeasePurpose, name: string) => ({ purpose, name });
  return {
    async take(purpose, name, owner) {
      const { rowCount }: { rowCount: number } = await db.raw(
        `insert into leases (purpose, name, owner, until) values (?, ?, ?, ${clock} + ?)
         on conflict (purpose, name) do update set owner = excluded.owner, until = excluded.until
         where leases.owner = excluded.owner or leases.until < ${clock}`,
        [purpose, name, owner, leaseMs],
      );
      return rowCount === 1;
    },
    async keep(purpose, name, owner) {
      const kept = await db('leases')
        .where({ ...at(purpose, name), owner })
        .update({ until: db.raw(`${clock} + ?`, [leaseMs]) });
      return kept === 1;
    },
    async leave(purpose, name, owner) {
      await db('leases')
        .where({ ...at(purpose, name), owner })
        .delete();
    },
    async list(purpose) {
      const rows: { name: string; owner: string; over: boolean }[] = await db('leases')
        .where({ purpose })
        .select('name', 'owner', db.raw(`until < ${clock} as over`));
      return rows.map(({ name, owner, over }) => ({ name, owner, isOver: over }));
    },
  };
}

/** SQLite: one process has the file, and its memory knows what it works on. */
export const soleLeases: LeaseTable = {
  take: async () => true,
  keep: async () => true,
  leave: async () => undefined,
  list: async () => [],
};
