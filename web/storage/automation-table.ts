import type { Knex } from 'knex';
import type { AutomationState, AutomationTable } from '../usecases/ports/automation-port.ts';

const untouched: AutomationState = { tripped: null };

/** One row a shop; JSON without personal data. */
export const automationTable = (db: Knex): AutomationTable => ({
  async load(shop) {
    const row = await db('automation').where({ shop }).first('state');
    return row === undefined ? untouched : JSON.parse(row.state);
  },
  async save(shop, automation) {
    const state = JSON.stringify(automation);
    await db('automation').insert({ shop, state }).onConflict('shop').merge({ state });
  },
});
