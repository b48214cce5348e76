import type { Knex } from 'knex';
import { connect } from '../../web/storage/connections.ts';
import { type OpenStorage, openStorage } from '../../web/storage/open-storage.ts';
import { createKeyring, type ShopKeys } from '../../web/storage/shop-keys.ts';
import type { OrderRecord } from '../../web/usecases/ports/storage-port.ts';
import { openInQueue } from '../../web/usecases/queue/case-ends.ts';
import { type QueueOrder, queueOrder } from '../support/queue-orders.ts';

const day = 86_400_000;
const rowsAtOnce = 200;
/** Some of a shop's people; the last stands for nobody. */
const people = ['90000001', '90000002', '90000003', null, null] as const;

/** What a queue is made of: each is opened as the app does, and then copied with other values. */
const patterns: readonly Omit<QueueOrder, 'id'>[] = [
  { level: 'high', payment: 'card' },
  { level: 'high', payment: 'cod' },
  { level: 'caution', payment: 'cod' },
  { level: 'caution', payment: 'cod' },
  { level: 'caution', payment: 'card' },
  { level: 'caution', payment: 'konbini' },
  { level: 'caution', payment: 'bank' },
  { level: 'normal', payment: 'deferred' },
];

interface Pattern {
  readonly record: OrderRecord;
  readonly order: Row;
  readonly case: Row;
  readonly group: Row;
}

type Row = Record<string, unknown>;

export interface FillOptions {
  readonly databaseUrl: string;
  readonly encryptionKey: Buffer;
  readonly shop: string;
  readonly count: number;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Fills a shop's queue: every case an order, a buyer and a row of its own, due from three days ago to
 * a month ahead or never. Rows are copied, for opening them one by one would take minutes.
 */
export async function fillQueue(options: FillOptions): Promise<void> {
  const storage = openStorage({ ...options, now: () => options.now });
  const { writer, close } = connect(options.databaseUrl);
  try {
    const made = await patternsIn(storage, writer, options);
    const keys = await createKeyring(options.encryptionKey, null).of(writer, options.shop);
    const first = Number((await writer('case_groups').max({ id: 'id' }))[0]?.id ?? 0) + 1;
    for (let n = 0; n < options.count; n += rowsAtOnce) {
      const numbers = Array.from(
        { length: Math.min(rowsAtOnce, options.count - n) },
        (_, at) => n + at,
      );
      const copies = numbers.map((one) => copyOf(made, keys, options, one, first + one));
      await writer.transaction(async (trx) => {
        await trx('orders').insert(copies.map(({ order }) => order));
        await trx('order_keys').insert(copies.flatMap((copy) => copy.keys));
        await trx('cases').insert(copies.map((copy) => copy.case));
        await trx('case_groups').insert(copies.map(({ group }) => group));
      });
    }
    await countAnew(writer, options.shop, first);
  } finally {
    await close();
    await storage.close();
  }
}

/** As the app counts a row when it changes: here all of them at once. */
async function countAnew(db: Knex, shop: string, first: number): Promise<void> {
  await db('case_groups').where('id', '<', first).update({ closed_at: first });
  await db('queue_counts').where({ shop }).delete();
  await db.raw(
    `insert into queue_counts (shop, level, assignee, rows)
     select shop, level, coalesce(assignee, ''), count(*) from case_groups
     where shop = ? and closed_at is null group by shop, level, coalesce(assignee, '')`,
    [shop],
  );
  await db.raw(
    `update case_groups set counted = level || '|' || coalesce(assignee, '') where closed_at is null`,
  );
}

async function patternsIn(
  storage: OpenStorage,
  db: Knex,
  { shop, now }: FillOptions,
): Promise<Pattern[]> {
  const made: Pattern[] = [];
  for (const [at, pattern] of patterns.entries()) {
    const id = String(at + 1);
    const record = queueOrder({ ...pattern, id, shop, buyer: at });
    await storage.write(async (tx) => {
      await tx.orders.insert(record);
      await openInQueue(tx, record, 'high', now);
    });
    const where = { shop, order_id: id };
    const { id: _case, ...itsCase } = await db('cases').where(where).first();
    const group = await db('case_groups').where(where).first();
    made.push({ record, order: await db('orders').where(where).first(), case: itsCase, group });
  }
  return made;
}

function copyOf(
  made: readonly Pattern[],
  keys: ShopKeys,
  { shop, now }: FillOptions,
  n: number,
  groupId: number,
) {
  const pattern = made[n % made.length];
  if (pattern === undefined) throw new Error('no pattern');
  const orderId = String(10_000_000 + n);
  const name = `#${100_000 + n}`;
  const snapshot = { ...pattern.record.snapshot, id: orderId, name };
  const due = n % 4 === 0 ? null : now - 3 * day + ((n * 7_919) % 33_000) * (day / 1000);
  const values = {
    order_id: orderId,
    amount: 500 + ((n * 104_729) % 200_000),
    stage: n % 9 === 0 ? 'asked' : 'none',
    opened_at: now - n * 30_000,
    ...(due === null
      ? {}
      : { deadline_kind: 'ship', deadline_at: due, deadline_warn_at: due - day }),
  };
  return {
    order: {
      ...pattern.order,
      ...{ order_id: orderId, name, created_at: values.opened_at },
      body: keys.sealJson('orders', orderId, { ...pattern.record, id: orderId, snapshot }),
    },
    keys: [`email:reidai-${n}@example.jp`, `ip:198.18.${n % 250}.${n % 251}`].map((key) => ({
      ...{ shop, order_id: orderId, created_at: values.opened_at },
      key: keys.hash(key),
    })),
    case: { ...pattern.case, ...values, group_id: groupId },
    group: {
      ...pattern.group,
      ...values,
      id: groupId,
      assignee: people[n % people.length] ?? null,
    },
  };
}
