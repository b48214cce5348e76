import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { connect } from '../../web/storage/connections.ts';
import { migrationSource } from '../../web/storage/migrations/index.ts';
import { openStorage } from '../../web/storage/open-storage.ts';
import { orderTable } from '../../web/storage/order-table.ts';
import { createKeyring } from '../../web/storage/shop-keys.ts';
import { fillQueue } from '../../web/usecases/queue/fill-queue.ts';
import { shop } from '../support/order-record.ts';
import { queueOrder } from '../support/queue-orders.ts';
import { tempDatabase } from '../support/temp-database.ts';

const encryptionKey = randomBytes(32);
const now = 1_700_000_000_000;

/** Up to the version that had cases and no queue. */
const before: typeof migrationSource = {
  ...migrationSource,
  getMigrations: async (extensions) =>
    (await migrationSource.getMigrations(extensions)).filter((name) => name < '0006'),
};

/** A shop as that version left it: two open cases of one person, one of another, one closed. */
async function anOlderShop(databaseUrl: string): Promise<void> {
  const { writer, close } = connect(databaseUrl);
  await writer.migrate.latest({ migrationSource: before });
  const keyring = createKeyring(encryptionKey, null);
  await writer('shops').insert({
    ...{ shop, state: 'installed', created_at: now, settings: '{}', settings_revision: 0 },
    keys: keyring.newWrapped(shop),
  });
  // The order table writes what a later version added: it stands there only meanwhile.
  await writer.schema.alterTable('orders', (t) => void t.text('told'));
  for (const [id, buyer, closed_at] of [
    ['1', 1, null],
    ['2', 2, null],
    ['3', 1, null],
    ['4', 3, now],
  ] as const) {
    await orderTable(writer, keyring).insert(queueOrder({ id, buyer }));
    const keys = await keyring.of(writer, shop);
    const body = keys.sealJson('cases', `${id}|${now}`, 'high');
    await writer('cases').insert({ shop, order_id: id, opened_at: now, closed_at, body });
  }
  await writer.raw('alter table orders drop column told');
  await close();
}

it('gives every case that stood before there was a queue its row, open and closed', async () => {
  const { url: databaseUrl } = tempDatabase({ isNew: true });
  await anOlderShop(databaseUrl);
  const storage = openStorage({ databaseUrl, encryptionKey, now: () => now });
  try {
    await storage.migrate();
    expect((await storage.read.tasks.due(now)).shops).toEqual([shop]);
    const [task] = await storage.write((tx) => tx.tasks.claim(shop, now, 10, new Set()));
    expect(task?.kind).toBe('fill-queue');
    const pages = async () => {
      const filter = { sort: 'age', limit: 10 } as const;
      const open = await storage.read.queue.page(shop, { ...filter, closed: false });
      const closed = await storage.read.queue.page(shop, { ...filter, closed: true });
      return [open, closed].map(({ rows }) => rows.map(({ row }) => row));
    };
    for (let run = 0; run < 2; run += 1) {
      await fillQueue({ storage, now: () => now }, { shop });
      expect(await pages()).toMatchObject([
        [
          { orderId: '1', orders: 2, links: ['email', 'phone'], openedAt: now },
          { orderId: '2', orders: 1, links: [] },
        ],
        [{ orderId: '4', orders: 1, closedAt: now }],
      ]);
    }
    expect(await storage.read.queue.counts(shop, { from: 0, until: 0 })).toMatchObject({ open: 2 });
  } finally {
    await storage.close();
  }
});
