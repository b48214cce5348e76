import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Change, LeasePurpose, Sharing } from '../usecases/ports/process-port.ts';
import { leaseTable } from './lease-table.ts';

/** A request to Shopify is shorter; a process that died in one gives way after its lease. */
const mostTurns = 600;
const turnMs = 100;

/** PostgreSQL: what processes share beside their work. Nothing here keeps a connection while it waits. */
export function sharingOn(db: Knex): Sharing {
  const leases = leaseTable(db);
  return {
    budgets: { change: (shop, change) => changeBudget(db, shop, change) },
    async alone(purpose, name, work) {
      const owner = randomUUID();
      await takeTurn(() => leases.take(purpose, name, owner), purpose);
      try {
        return await work();
      } finally {
        await leases.leave(purpose, name, owner);
      }
    },
  };
}

async function takeTurn(take: () => Promise<boolean>, purpose: LeasePurpose): Promise<void> {
  for (let turn = 0; turn < mostTurns; turn += 1) {
    if (await take()) return;
    await sleep(turnMs);
  }
  throw new Error(`another process keeps the ${purpose} lease`);
}

/** One short transaction of its own: the row is never locked while somebody waits for Shopify. */
function changeBudget<T>(
  db: Knex,
  shop: string,
  change: (state: string | null) => Change<T>,
): Promise<T> {
  return db.transaction(async (trx) => {
    const locked = () => trx('budgets').where({ shop }).forUpdate().first('state');
    let row: { state: string } | undefined = await locked();
    if (row === undefined) {
      // Of two first ones the second waits here, and goes on with what the first has written.
      await trx('budgets').insert({ shop, state: '' }).onConflict('shop').ignore();
      row = await locked();
    }
    const { state, result } = change(row?.state || null);
    await trx('budgets').where({ shop }).update({ state });
    return result;
  });
}
