import { createHash } from 'node:crypto';
import type { AlertChannel } from '../../contract/alerts.ts';
import type { Settings } from '../../contract/settings.ts';
import type { AlertKind } from '../../contract/staff-settings.ts';
import { weightyHits } from '../../risk/explain.ts';
import type { AlertDetails } from '../ports/alert-port.ts';
import type { OrderRecord, Tables } from '../ports/storage-port.ts';
import { quietUntil } from './quiet-hours.ts';

/**
 * Tells staff of one thing, once, on every channel that the shop has switched on. To be called inside
 * the transaction of what happened; the caller wakes the shop. A shop without alerts: nothing happens.
 * @param subject what it is about (an order's id): the same kind and subject is told once, for ever
 */
export async function raiseAlert(
  tx: Tables,
  shop: string,
  kind: AlertKind | 'data-request',
  subject: string,
  details: AlertDetails,
  now: number,
): Promise<void> {
  const settings = await tx.shops.settings(shop);
  if (kind !== 'data-request' && !settings.alerts.kinds.includes(kind)) return;
  const channels = channelsOf(settings);
  if (channels.length === 0) return;
  const id = alertId(kind, subject);
  if (!(await tx.alerts.add({ id, shop, kind, subject, at: now, details }))) return;
  const runAt = quietUntil(now, kind, settings.alerts.quiet, await timeZoneOf(tx, shop)) ?? now;
  for (const channel of channels) await enqueueSend(tx, shop, id, channel, runAt, now);
}

/** The same thing has the same id, so that a receiver can tell a repetition. */
export const alertId = (kind: string, subject: string): string =>
  createHash('sha256').update(`${kind}|${subject}`).digest('base64url').slice(0, 22);

export function channelsOf({ alerts }: Pick<Settings, 'alerts'>): AlertChannel[] {
  const on: readonly (readonly [AlertChannel, boolean])[] = [
    ['mail', alerts.mail.on && alerts.mail.to.length > 0],
    ['slack', alerts.slack.on && alerts.slack.url.set],
    ['webhook', alerts.webhook.on && alerts.webhook.url.set],
  ];
  return on.filter(([, isOn]) => isOn).map(([channel]) => channel);
}

export const timeZoneOf = async (tx: Tables, shop: string): Promise<string> =>
  (await tx.shops.find(shop))?.info?.timezone ?? 'Asia/Tokyo';

/** One after another on each channel: a server that hangs keeps one hand of the shop busy, not all. */
export async function enqueueSend(
  tx: Tables,
  shop: string,
  id: string,
  channel: AlertChannel,
  runAt: number,
  now: number,
): Promise<void> {
  const send = { alertId: id, channel, state: 'waiting', attempts: 0, problem: null } as const;
  await tx.alerts.saveSend(shop, { ...send, at: now });
  await tx.tasks.enqueue(
    shop,
    {
      kind: 'send-alert',
      key: `${id}/${channel}`,
      subject: `alert-${channel}`,
      priority: 'order',
      runAt,
    },
    now,
  );
}

const shownReasons = 5;

/** What an alert tells of an order. */
export const alertOfOrder = (order: OrderRecord): AlertDetails => ({
  order: { id: order.id, name: order.snapshot.name, level: order.assessment.level },
  reasons: weightyHits(order.assessment)
    .slice(0, shownReasons)
    .map(({ id }) => id),
});
