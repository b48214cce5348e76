import type { Settings } from '../../contract/settings.ts';
import { appId } from '../actions/app-caller.ts';
import { raiseAlert } from '../alerts/raise-alert.ts';
import type { Trip } from '../ports/automation-port.ts';
import type { Tables } from '../ports/storage-port.ts';

export interface LastHour {
  /** Cancellations by the app itself: planned, running or done; not those taken back. */
  readonly cancelled: number;
  /** Orders that came in. */
  readonly orders: number;
}

/** Of fewer orders a share says nothing. */
const fewestForPercent = 5;
const hourMs = 3_600_000;

/** Which limit one more automatic cancellation would break; null: none. */
export function breaks(
  { cancelled, orders }: LastHour,
  { perHour, percent }: Settings['automation']['breaker'],
): Trip['why'] | null {
  if (cancelled + 1 > perHour) return 'per-hour';
  if (orders < fewestForPercent) return null;
  return ((cancelled + 1) * 100) / orders > percent ? 'percent' : null;
}

/** Counted from rows: a restart forgets nothing. */
export async function lastHour(tables: Tables, shop: string, now: number): Promise<LastHour> {
  const since = now - hourMs;
  const cancelled = await tables.actions.countBy(shop, { kind: 'cancel', byId: appId, since });
  const { judged } = await tables.orders.countJudged(shop, since, null);
  return { cancelled, orders: judged };
}

/**
 * Whether one more automatic cancellation is let through. A limit that it would break stops all of
 * them until a person resumes, and staff are told.
 */
export async function passesBreaker(tx: Tables, shop: string, now: number): Promise<boolean> {
  const { tripped } = await tx.automation.load(shop);
  if (tripped !== null) return false;
  const { automation } = await tx.shops.settings(shop);
  const counted = await lastHour(tx, shop, now);
  const why = breaks(counted, automation.breaker);
  if (why === null) return true;
  await trip(tx, shop, { at: now, why, ...counted });
  return false;
}

async function trip(tx: Tables, shop: string, tripped: Trip): Promise<void> {
  await tx.automation.save(shop, { tripped });
  const { at, why, cancelled, orders } = tripped;
  await tx.audit.add(shop, {
    ...{ orderId: null, at, byKind: 'app', byId: null, byName: null },
    what: 'breaker-tripped',
    details: { why, cancelled, orders },
  });
  // Its time is the subject: a breaker that trips again is told again.
  await raiseAlert(tx, shop, 'breaker', String(at), { cancelled }, at);
}
