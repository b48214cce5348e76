import { randomBytes } from 'node:crypto';
import knexFactory from 'knex';
import { expect, it } from 'vitest';
import { openStorage } from '../../web/storage/open-storage.ts';
import {
  count,
  emptyHistogram,
  statisticsFrom,
} from '../../web/usecases/judging/shop-histogram.ts';
import { shop } from '../support/order-record.ts';
import { now } from '../support/storage-samples.ts';
import { tempDatabase } from '../support/temp-database.ts';

const sliceSize = 100;
const since = now - 365 * 86_400_000;
const totalOf = (n: number) => 1_000 + ((n * 7_919) % 60_000);

/** Milliseconds that the writer is held by a slice, and a whole refresh takes, after 100 changes. */
async function costAt(orders: number): Promise<{ slice: number; refresh: number }> {
  const { url, file } = tempDatabase();
  const storage = openStorage({ databaseUrl: url, encryptionKey: randomBytes(32), now: () => now });
  await storage.migrate();
  await storage.write((tx) => tx.shops.ensure(shop, now));
  const db = knexFactory({
    client: 'sqlite3',
    connection: { filename: file },
    useNullAsDefault: true,
  });
  const histogram = emptyHistogram();
  for (let n = 1; n <= orders; n += 1) {
    count(histogram, { currency: 'JPY', total: totalOf(n), maxQuantity: 1, lines: 1 }, 1);
  }
  await db.raw(
    `insert into orders (shop, order_id, name, created_at, first_seen_at, judged_at, level, points,
       checks, state, hold_state, acting, wants_hold, would_hold, decided, counted, total,
       max_quantity, lines, body, figures, figures_counted)
     with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
     select ?, i, '#' || i, ? - i, 0, 0, 'normal', 0, 0, 'open', 'none', 0, 0, 0, 0, 1, 0, 1, 1,
       zeroblob(3000), 'JPY ' || (1000 + (i * 7919) % 60000) || ' 1 1',
       'JPY ' || (1000 + (i * 7919) % 60000) || ' 1 1' from n`,
    [orders, shop, now],
  );
  await db.raw(
    `insert into order_signals (shop, order_id, signal, points)
     select shop, order_id, 'first-order', 1 from orders`,
  );
  const flat = [histogram.totals, histogram.quantities, histogram.lines].map((c) => [...c].flat());
  await db('histograms').insert({ shop, currency: 'JPY', orders, body: JSON.stringify(flat) });
  const slices: number[] = [];
  const refreshes: number[] = [];
  for (let run = 0; run < 9; run += 1) {
    await db('orders')
      .where({ shop })
      .whereIn(
        'order_id',
        Array.from({ length: sliceSize }, (_, n) => String(n * 7 + run + 1)),
      )
      .update({ figures: `JPY ${5_000 + run} 2 3` });
    const start = performance.now();
    expect(await storage.write((tx) => tx.statistics.fold(shop, since, sliceSize))).toBe(sliceSize);
    slices.push(performance.now() - start);
    expect((await storage.read.statistics.hitRates(shop, 500)).orders).toBe(500);
    const read = await storage.read.statistics.histogram(shop, 'JPY');
    expect(statisticsFrom(read).n).toBe(orders);
    refreshes.push(performance.now() - start);
  }
  await db.destroy();
  await storage.close();
  return { slice: Math.min(...slices), refresh: Math.min(...refreshes) };
}

it('costs a refresh what has changed, not what is stored', async () => {
  const few = await costAt(1_000);
  const many = await costAt(100_000);
  const ratio = many.refresh / few.refresh;
  console.log(
    `100 changed orders: ${few.refresh.toFixed(1)} ms at 1,000 stored, ${many.refresh.toFixed(1)} ms at 100,000 (× ${ratio.toFixed(2)}); the writer ${few.slice.toFixed(1)} and ${many.slice.toFixed(1)} ms`,
  );
  // A hundred times the orders; more steps are filled, and that is all.
  expect(ratio).toBeLessThan(4);
});
