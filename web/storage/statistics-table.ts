import type { Knex } from 'knex';
import {
  type Counts,
  count,
  emptyHistogram,
  type Histogram,
  readFigures,
} from '../usecases/judging/shop-histogram.ts';
import type { StatisticsTable } from '../usecases/ports/statistics-port.ts';

interface FiguresRow {
  order_id: string;
  created_at: number;
  figures: string;
  figures_counted: string;
}

/**
 * `orders.figures` is what an order adds to its shop's histogram now, written with the order;
 * `figures_counted` is what of it is in the histogram. Where the two differ there is work, and an
 * index of just those rows finds it.
 */
export function statisticsTable(db: Knex): StatisticsTable {
  return {
    fold: (shop, since, limit) => fold(db, shop, since, limit),
    async histogram(shop, currency) {
      const query = db('histograms').where({ shop }).orderBy('orders', 'desc');
      if (currency !== null) query.where({ currency });
      const row: { body: string } | undefined = await query.first('body');
      return row === undefined ? emptyHistogram() : readHistogram(row.body);
    },
    hitRates: (shop, window) => hitRates(db, shop, window),
  };
}

async function fold(db: Knex, shop: string, since: number, limit: number): Promise<number> {
  // Two refreshes at once would each write a histogram without the other's orders.
  await db('shops').where({ shop }).forUpdate().first('shop');
  const columns = ['order_id', 'created_at', 'figures', 'figures_counted'] as const;
  const changed: FiguresRow[] = await db('orders')
    .where({ shop })
    .whereRaw('figures <> figures_counted')
    .limit(limit)
    .forUpdate()
    .select(columns);
  const old: FiguresRow[] = await db('orders')
    .where({ shop })
    .whereRaw(`figures_counted <> ''`)
    .where('created_at', '<', since)
    .limit(limit)
    .forUpdate()
    .select(columns);
  const rows = new Map([...changed, ...old].map((row) => [row.order_id, row]));
  if (rows.size === 0) return 0;
  await countAnew(db, shop, [...rows.values()], (row) =>
    row.created_at >= since ? row.figures : '',
  );
  // Of an old order nothing counts any more: without this it would be found again for ever.
  const counts = db.raw(`case when created_at >= ? then figures else '' end`, [since]);
  await db('orders')
    .where({ shop })
    .whereIn('order_id', [...rows.keys()])
    .update({ figures: counts, figures_counted: counts });
  return rows.size;
}

/** Orders that are about to be erased take their figures with them. */
export async function takeOut(db: Knex, shop: string, ids: readonly string[]): Promise<void> {
  await db('shops').where({ shop }).forUpdate().first('shop');
  const rows: FiguresRow[] = await db('orders')
    .where({ shop })
    .whereIn('order_id', ids)
    .whereRaw(`figures_counted <> ''`)
    .select('order_id', 'figures_counted');
  await countAnew(db, shop, rows, () => '');
}

async function countAnew(
  db: Knex,
  shop: string,
  rows: readonly FiguresRow[],
  now: (row: FiguresRow) => string,
): Promise<void> {
  const changes = rows.flatMap((row) => {
    const [was, is] = [readFigures(row.figures_counted), readFigures(now(row))];
    return [
      ...(was ? [{ figures: was, by: -1 as const }] : []),
      ...(is ? [{ figures: is, by: 1 as const }] : []),
    ];
  });
  for (const currency of new Set(changes.map(({ figures }) => figures.currency))) {
    const row: { body: string } | undefined = await db('histograms')
      .where({ shop, currency })
      .first('body');
    const histogram = row === undefined ? emptyHistogram() : readHistogram(row.body);
    for (const { figures, by } of changes) {
      if (figures.currency === currency) count(histogram, figures, by);
    }
    const columns = { orders: sizeOf(histogram), body: writeHistogram(histogram) };
    await db('histograms')
      .insert({ shop, currency, ...columns })
      .onConflict(['shop', 'currency'])
      .merge(columns);
  }
}

const sizeOf = ({ totals }: Histogram) => [...totals.values()].reduce((sum, n) => sum + n, 0);

const writeHistogram = ({ totals, quantities, lines }: Histogram) =>
  JSON.stringify([totals, quantities, lines].map((counts) => [...counts].flat()));

function readHistogram(text: string): Histogram {
  const [totals = [], quantities = [], lines = []]: number[][] = JSON.parse(text);
  return { totals: pairs(totals), quantities: pairs(quantities), lines: pairs(lines) };
}

function pairs(flat: readonly number[]): Counts {
  const counts: Counts = new Map();
  for (let at = 0; at + 1 < flat.length; at += 2) counts.set(flat[at] ?? 0, flat[at + 1] ?? 0);
  return counts;
}

/** The newest orders come from an index alone; their hits are read by order. */
export const newestOrders = (db: Knex, shop: string, window: number) =>
  db('orders')
    .where({ shop })
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'order_id', order: 'desc' },
    ])
    .limit(window);

async function hitRates(db: Knex, shop: string, window: number) {
  const newest = newestOrders(db, shop, window).select('order_id');
  const [{ n = 0 } = {}]: { n?: number | string }[] = await db
    .from(newest.clone().as('newest'))
    .count({ n: '*' });
  const rows: { signal: string; n: number | string }[] = await db('order_signals')
    .where({ shop })
    .whereIn('order_id', db.from(newest.as('newest')).select('order_id'))
    .groupBy('signal')
    .orderBy('signal')
    .select('signal')
    .count({ n: '*' });
  const orders = Number(n);
  const rates = rows.map((row) => [row.signal, Number(row.n) / Math.max(1, orders)]);
  return { orders, rates: Object.fromEntries(rates) };
}
