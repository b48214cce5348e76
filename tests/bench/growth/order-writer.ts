import { DatabaseSync } from 'node:sqlite';
import type { ShopKeys } from '../../../web/storage/shop-keys.ts';
import { figuresText, type Histogram } from '../../../web/usecases/judging/shop-histogram.ts';
import type { OrderRecord } from '../../../web/usecases/ports/storage-port.ts';
import { inserter, type Row, rowOf, rowsOf, withoutId } from './sqlite-rows.ts';

export interface Patterns {
  readonly shop: string;
  readonly keys: ShopKeys;
  /** Written by the app as they are to be. */
  readonly samples: { readonly ordinary: OrderRecord; readonly fraud: OrderRecord };
  /** Id of an order with a case and effects, as the app left them. */
  readonly held: string;
}

export interface OrderWriter {
  write(order: OrderRecord): void;
  /** What the statistics hold of all that was written. */
  countAll(histogram: Histogram): void;
  close(): void;
}

/** Megabytes; the index of the look-up keys is written everywhere at once. */
const cacheMb = 1_500;
const ordersAtOnce = 20_000;

/** Writes orders and all that stands beside them, 20,000 a transaction. */
export function orderWriter(file: string, patterns: Patterns): OrderWriter {
  const db = new DatabaseSync(file);
  // A machine that stops leaves a broken file, and the bench begins anew with another.
  db.exec(`pragma synchronous=off; pragma cache_size=-${cacheMb * 1000}; pragma temp_store=memory`);
  const writers = [ordersOf, keysOf, signalsOf, auditOf, endsOf].map((of) => of(db, patterns));
  let open = 0;
  const commit = () => {
    if (open > 0) db.exec('commit');
    open = 0;
  };
  return {
    write(order) {
      if (open === 0) db.exec('begin');
      for (const write of writers) write(order);
      open += 1;
      if (open === ordersAtOnce) commit();
    },
    countAll(histogram) {
      commit();
      writeHistogram(db, patterns.shop, histogram);
    },
    close() {
      commit();
      db.exec('pragma wal_checkpoint(truncate)');
      db.close();
    },
  };
}

type Writer = (db: DatabaseSync, patterns: Patterns) => (order: OrderRecord) => void;

const createdAt = ({ snapshot }: OrderRecord) => Date.parse(snapshot.createdAt);
const isFraud = ({ snapshot }: OrderRecord) => snapshot.cancelledAt !== null;

const ordersOf: Writer = (db, { keys, samples }) => {
  const [ordinary, fraud] = [samples.ordinary, samples.fraud].map(({ id }) =>
    rowOf(db, 'orders', id),
  );
  if (ordinary === undefined || fraud === undefined) throw new Error('no samples');
  const insert = inserter(db, 'orders', ordinary);
  return (order) => {
    const figures = figuresText(order);
    insert({
      ...(isFraud(order) ? fraud : ordinary),
      ...{ order_id: order.id, name: order.snapshot.name, total: order.facts.total ?? null },
      ...{ created_at: createdAt(order), first_seen_at: createdAt(order) },
      ...{ judged_at: createdAt(order), figures, figures_counted: figures },
      body: keys.sealJson('orders', order.id, order),
    });
  };
};

const keysOf: Writer = (db, { shop, keys, samples }) => {
  const [sample] = rowsOf(db, 'order_keys', samples.ordinary.id);
  const insert = inserter(db, 'order_keys', sample ?? {});
  // The buyer's orders follow each other, and their keys are the same texts.
  const hashes = new Map<string, Buffer>();
  const hashOf = (key: string) => {
    const known = hashes.get(key);
    if (known !== undefined) return known;
    if (hashes.size > 1_000) hashes.clear();
    const made = keys.hash(key);
    hashes.set(key, made);
    return made;
  };
  return (order) => {
    for (const key of new Set(order.keys)) {
      insert({ shop, key: hashOf(key), order_id: order.id, created_at: createdAt(order) });
    }
  };
};

const signalsOf: Writer = (db, { shop, samples }) => {
  const [sample] = rowsOf(db, 'order_signals', samples.fraud.id);
  const insert = inserter(db, 'order_signals', sample ?? {});
  return (order) => {
    for (const { id, points } of order.assessment.signals) {
      insert({ shop, order_id: order.id, signal: id, points });
    }
  };
};

const auditOf: Writer = (db, { keys, held }) => {
  const judged = rowsOf(db, 'audit', held).find(({ what }) => what === 'judged');
  if (judged === undefined) throw new Error('the held order has no audit line');
  const pattern = withoutId(judged);
  const insert = inserter(db, 'audit', pattern);
  return (order) => {
    const { level, points, checks } = order.assessment;
    const [order_id, at] = [order.id, createdAt(order)];
    const line = { byName: null, details: { level, points, checks } };
    const body = keys.sealJson('audit', `${order_id}|${at}|judged`, line);
    insert({ ...pattern, order_id, at, body });
  };
};

/** What was done to an order of fraud, and its case, which is closed. */
const endsOf: Writer = (db, { keys, held }) => {
  const effects = rowsOf(db, 'effects', held);
  const itsCase = withoutId(rowOf(db, 'cases', held));
  const group = rowOf(db, 'case_groups', held);
  const insertEffect = inserter(db, 'effects', effects[0] ?? {});
  const insertCase = inserter(db, 'cases', itsCase);
  const insertGroup = inserter(db, 'case_groups', group);
  let groupId = Number(db.prepare('select max(id) as id from case_groups').get()?.id ?? 0);
  return (order) => {
    if (!isFraud(order)) return;
    groupId += 1;
    const own: Row = { order_id: order.id, opened_at: createdAt(order) };
    own.closed_at = Date.parse(order.snapshot.cancelledAt ?? '');
    const target = order.snapshot.fulfillmentOrders[0]?.gid ?? '';
    for (const effect of effects) {
      const isHold = effect.kind === 'hold';
      insertEffect({ ...effect, order_id: order.id, ...(isHold ? { target } : {}) });
    }
    const body = keys.sealJson('cases', `${order.id}|${own.opened_at}`, 'high');
    insertCase({ ...itsCase, ...own, outcome: 'cancelled', group_id: groupId, body });
    insertGroup({ ...group, ...own, id: groupId, counted: '' });
  };
};

function writeHistogram(db: DatabaseSync, shop: string, histogram: Histogram): void {
  const { totals, quantities, lines } = histogram;
  const orders = [...totals.values()].reduce((sum, n) => sum + n, 0);
  const body = JSON.stringify([totals, quantities, lines].map((counts) => [...counts].flat()));
  db.prepare('delete from histograms where shop = ?').run(shop);
  db.prepare('insert into histograms (shop, currency, orders, body) values (?, ?, ?, ?)').run(
    ...[shop, 'JPY', orders, body],
  );
}
