import type { Settings } from '../../contract/settings.ts';
import { addDays } from '../../japan/business-days.ts';
import type { Deps } from '../deps.ts';
import type { DigestDetails } from '../ports/alert-port.ts';
import type { Tables, Task } from '../ports/storage-port.ts';
import { endOfLocalDay, instantOf, localDay } from '../shop-time.ts';
import { minutesOf } from './quiet-hours.ts';
import { alertId, enqueueSend, timeZoneOf } from './raise-alert.ts';

/** After a night without the app the mail of that day still helps; later it is yesterday's news. */
const latestMs = 6 * 3_600_000;
const shownOrders = 10;

type Alerts = Settings['alerts'];

/** null: the shop wants none. */
const timeOf = ({ digestAt, mail }: Alerts): string | null =>
  mail.to.length > 0 ? digestAt : null;

/** After the settings changed: the next time is found anew. */
export async function enqueueDigest(tx: Tables, shop: string, now: number): Promise<void> {
  const { alerts } = await tx.shops.settings(shop);
  const digestAt = timeOf(alerts);
  if (digestAt === null) return;
  const runAt = nextDigest(digestAt, now, await timeZoneOf(tx, shop));
  await tx.tasks.enqueue(
    shop,
    { kind: 'send-digest', key: '', priority: 'background', runAt },
    now,
  );
}

/** The first instant after `now` at which the shop's clock shows that time. */
export function nextDigest(digestAt: string, now: number, timeZone: string): number {
  const today = instantOf(localDay(now, timeZone), minutesOf(digestAt), timeZone);
  if (today > now) return today;
  return instantOf(addDays(localDay(now, timeZone), 1), minutesOf(digestAt), timeZone);
}

/** One mail a day with what waits; where nothing waits, none. */
export async function sendDigest(
  deps: Deps,
  { shop }: Task,
): Promise<{ runAt: number } | undefined> {
  const { read } = deps.storage;
  const now = deps.now();
  const { alerts } = await read.shops.settings(shop);
  const digestAt = timeOf(alerts);
  if (digestAt === null) return undefined;
  const timeZone = await timeZoneOf(read, shop);
  const day = localDay(now, timeZone);
  const late = now - instantOf(day, minutesOf(digestAt), timeZone);
  if (late >= 0 && late < latestMs) {
    const digest = await readDigest(read, shop, now, endOfLocalDay(day, timeZone) + 1);
    if (digest.open > 0) await deps.storage.write((tx) => tell(tx, shop, day, digest, now));
    deps.wake(shop);
  }
  return { runAt: nextDigest(digestAt, now, timeZone) };
}

async function tell(
  tx: Tables,
  shop: string,
  day: string,
  digest: DigestDetails,
  now: number,
): Promise<void> {
  const id = alertId('digest', day);
  const alert = { id, shop, kind: 'digest', subject: day, at: now, details: { digest } } as const;
  if (await tx.alerts.add(alert)) await enqueueSend(tx, shop, id, 'mail', now, now);
}

async function readDigest(
  tables: Tables,
  shop: string,
  now: number,
  midnight: number,
): Promise<DigestDetails> {
  const { open, high, overdue, today } = await tables.queue.counts(shop, {
    from: now,
    until: midnight,
  });
  const { rows } = await tables.queue.page(shop, {
    closed: false,
    sort: 'urgency',
    limit: shownOrders,
  });
  return {
    ...{ open, high, overdue, today },
    orders: rows.map(({ row, order }) => ({
      name: order.snapshot.name,
      level: row.level,
      deadline: row.deadline === null ? null : { kind: row.deadline.kind, at: row.deadline.at },
    })),
  };
}
