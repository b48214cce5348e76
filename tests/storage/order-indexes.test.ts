import type { Knex } from 'knex';
import { afterAll, describe, expect, it } from 'vitest';
import { connect } from '../../web/storage/connections.ts';
import { migrateSchema } from '../../web/storage/migrate.ts';
import { flaggedNotHeld, heldWithoutCase } from '../../web/storage/order-lists.ts';
import { isEndedBadly } from '../../web/storage/outcome-lists.ts';
import { shop } from '../support/order-record.ts';
import { type FreshPostgres, freshPostgres } from '../support/postgres.ts';
import { tempDatabase } from '../support/temp-database.ts';

const postgres: FreshPostgres | null = await freshPostgres();
afterAll(() => postgres?.drop());

const sharesKey = (db: Knex) =>
  db('order_keys')
    .where({ shop })
    .whereIn('key', [Buffer.alloc(8)])
    .whereExists(isEndedBadly(db));

/** How the database would answer each, in its own words. */
async function plansOn(url: string): Promise<Record<'flagged' | 'kept' | 'bad', string>> {
  const connections = connect(url);
  const { writer, engine } = connections;
  try {
    await migrateSchema(connections);
    return await writer.transaction(async (trx) => {
      // An empty table is read whole, whatever stands ready: what matters is what can be used.
      if (engine === 'postgres') await trx.raw('set local enable_seqscan = off');
      const plan = async (query: Knex.QueryBuilder) => {
        const words = engine === 'postgres' ? 'explain' : 'explain query plan';
        const { sql, bindings } = query.toSQL();
        return JSON.stringify(await trx.raw(`${words} ${sql}`, [...bindings]));
      };
      return {
        flagged: await plan(flaggedNotHeld(trx, null)),
        kept: await plan(heldWithoutCase(trx, null)),
        bad: await plan(sharesKey(trx)),
      };
    });
  } finally {
    await connections.close();
  }
}

function battery(url: () => string): void {
  it('looks for what the watchdog counts among just those orders, of all shops at once', async () => {
    const { flagged, kept } = await plansOn(url());
    expect(flagged).toContain('orders_flagged');
    expect(kept).toContain('orders_kept');
    for (const plan of [flagged, kept]) expect(plan).not.toMatch(/SCAN orders"|Seq Scan on orders/);
  });

  it('asks of each order that shares a key whether it ended badly, and of no other', async () => {
    const { bad } = await plansOn(url());
    expect(bad).toContain('orders_ended_badly');
    expect(bad).not.toMatch(/SCAN orders"|Seq Scan on orders/);
  });
}

describe('the indexes of orders on SQLite', () => battery(() => tempDatabase().url));

describe.skipIf(postgres === null)('the indexes of orders on PostgreSQL', () =>
  battery(() => postgres?.url ?? ''),
);
