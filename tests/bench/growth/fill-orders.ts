import { connect } from '../../../web/storage/connections.ts';
import { type OpenStorage, openStorage } from '../../../web/storage/open-storage.ts';
import { createKeyring } from '../../../web/storage/shop-keys.ts';
import {
  count,
  emptyHistogram,
  figuresText,
  type Histogram,
  readFigures,
  statisticsFrom,
} from '../../../web/usecases/judging/shop-histogram.ts';
import type { OrderRecord } from '../../../web/usecases/ports/storage-port.ts';
import { orderWriter, type Patterns } from './order-writer.ts';
import { fraudEvery, isFraud, pastOrders } from './past-orders.ts';

export interface FillOptions {
  /** `sqlite:<file>`; nobody else has it open. */
  readonly databaseUrl: string;
  readonly encryptionKey: Buffer;
  readonly shop: string;
  /** A multiple of a hundred. */
  readonly count: number;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Ids of orders that the app itself judged: one let through, one held. */
  readonly judged: { readonly ordinary: string; readonly held: string };
}

/**
 * Fills a shop with orders that are over, as the app would have left them: sealed, with look-up keys, hits
 * and an audit line, those of fraud with effects and a closed case, and all counted in the statistics. Rows
 * are written past the app one after another, for through it they would take half a day.
 */
export async function fillOrders(options: FillOptions): Promise<void> {
  const storage = openStorage({ ...options, now: () => options.now });
  try {
    const ordinary = pastOrders(await judged(storage, options, 'ordinary'), options);
    const fraud = pastOrders(await judged(storage, options, 'held'), options);
    // Two more than are asked for, as the app itself writes them: the plain columns are taken from these.
    const samples = {
      ordinary: ordinary(options.count),
      fraud: fraud(options.count + fraudEvery - 1),
    };
    await storage.write(async (tx) => {
      for (const sample of Object.values(samples)) await tx.orders.insert(sample);
    });
    const histogram = emptyHistogram();
    await writeAll(options, samples, (n) => (isFraud(n) ? fraud(n) : ordinary(n)), histogram);
    const statistics = statisticsFrom(histogram);
    await storage.write((tx) => tx.shops.update(options.shop, { statistics }));
  } finally {
    await storage.close();
  }
}

async function judged(
  { read }: OpenStorage,
  { shop, judged }: FillOptions,
  which: 'ordinary' | 'held',
): Promise<OrderRecord> {
  const record = await read.orders.load(shop, judged[which]);
  if (record === null) throw new Error(`the ${which} order was not judged`);
  return record;
}

async function writeAll(
  options: FillOptions,
  samples: Patterns['samples'],
  orderOf: (n: number) => OrderRecord,
  histogram: Histogram,
): Promise<void> {
  const { databaseUrl, encryptionKey, shop } = options;
  const { writer, close } = connect(databaseUrl);
  const keys = await createKeyring(encryptionKey, null)
    .of(writer, shop)
    .finally(() => close());
  const file = databaseUrl.slice('sqlite:'.length);
  const rows = orderWriter(file, { shop, keys, samples, held: options.judged.held });
  try {
    for (let n = 0; n < options.count; n += 1) {
      const order = orderOf(n);
      rows.write(order);
      const figures = readFigures(figuresText(order));
      if (figures !== null) count(histogram, figures, 1);
    }
    rows.countAll(histogram);
  } finally {
    rows.close();
  }
}
