import type { Knex } from 'knex';
import { type Ending, settlesAfter } from '../usecases/judging/order-outcome-kind.ts';
import type { OrderTable, SignalOutcome } from '../usecases/ports/storage-port.ts';
import { newestOrders } from './statistics-table.ts';

interface OutcomeRow {
  signal: string;
  ending: Ending;
  settled: number | boolean;
  n: number | string;
}

/** What the orders' endings tell of the signals, and orders by their name. */
export function outcomeLists(db: Knex): Pick<OrderTable, 'signalOutcomes' | 'idByName'> {
  return {
    async signalOutcomes(shop, window, now) {
      const newest = newestOrders(db, shop, window).select('order_id', 'created_at', 'ending');
      const counted = await db.from(newest.clone().as('newest')).count({ n: '*' });
      const rows: OutcomeRow[] = await db
        .from(newest.as('newest'))
        // CROSS JOIN: without it SQLite would read every hit of the shop, and look each order up.
        .joinRaw('cross join order_signals as hit')
        .where('hit.shop', shop)
        .whereRaw('hit.order_id = newest.order_id')
        .groupBy('signal', 'ending', 'settled')
        .select('signal', 'ending', db.raw('created_at <= ? as settled', [now - settlesAfter]))
        .count({ n: '*' });
      return { orders: Number(counted[0]?.n ?? 0), signals: collect(rows) };
    },
    async idByName(shop, name) {
      const row: { order_id: string } | undefined = await db('orders')
        .where({ shop, name })
        .orderBy('created_at', 'desc')
        .first('order_id');
      return row?.order_id ?? null;
    },
  };
}

/** Of a row of `order_keys`, in the very words of the index that holds just these orders. */
export const isEndedBadly = (db: Knex) =>
  db('orders')
    .whereRaw('orders.shop = order_keys.shop and orders.order_id = order_keys.order_id')
    .whereRaw(`orders.ending in ('fraud', 'refused', 'dispute')`)
    .select(db.raw('1'));

function collect(rows: readonly OutcomeRow[]): Record<string, SignalOutcome> {
  const signals: Record<string, SignalOutcome> = {};
  for (const row of rows) {
    const known = signals[row.signal] ?? { hits: 0, ended: noneEnded };
    const ending = told(row);
    const n = Number(row.n);
    const ended =
      ending === null ? known.ended : { ...known.ended, [ending]: known.ended[ending] + n };
    signals[row.signal] = { hits: known.hits + n, ended };
  }
  return signals;
}

const noneEnded = { fraud: 0, refused: 0, dispute: 0, good: 0, open: 0 };

/** What is shipped and paid is good once it has had time to come back. */
function told({ ending, settled }: OutcomeRow): keyof SignalOutcome['ended'] | null {
  if (ending === 'other') return null;
  if (ending !== 'shipped') return ending;
  return settled ? 'good' : 'open';
}
