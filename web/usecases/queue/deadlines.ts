import type { ContactStage } from '../../contract/contact.ts';
import type { DeadlineKind } from '../../contract/queue.ts';
import type { Settings } from '../../contract/settings.ts';
import { waitingStages } from '../../contract/staff-settings.ts';
import { addBusinessDays } from '../../japan/business-days.ts';
import { moneyState } from '../actions/money-plan.ts';
import { isOver } from '../judging/order-state.ts';
import type { OrderRecord } from '../ports/storage-port.ts';
import { endOfLocalDay, localDay, startOfDay } from '../shop-time.ts';

/** Epoch milliseconds. From `warnAt` on it is near; `warnAt` ≤ `at`. */
export interface Deadline {
  readonly kind: DeadlineKind;
  readonly at: number;
  readonly warnAt: number;
}

/** Of an order's contact with its buyer, what a deadline needs. */
export interface ContactState {
  readonly stage: ContactStage;
  /** When the flow's next step is due; null: nothing is. */
  readonly nextAt: number | null;
}

type DeadlineSettings = Settings['deadlines'];

const dayMs = 86_400_000;

/**
 * Until when something must be done about this order, the nearest first; an order that is over has
 * none. Pure: whoever keeps the result computes it anew when order, contact or settings changed.
 */
export function deadlinesOf(
  order: OrderRecord,
  contact: ContactState | null,
  settings: DeadlineSettings,
  timeZone: string,
): Deadline[] {
  if (isOver(order)) return [];
  return [
    authorizationDeadline(order, settings, timeZone),
    shipDeadline(order, settings, timeZone),
    replyDeadline(contact, timeZone),
  ]
    .filter((deadline) => deadline !== null)
    .sort((a, b) => a.at - b.at);
}

/** The first authorization to run out; near from the end of its warning day on. */
function authorizationDeadline(
  { snapshot }: OrderRecord,
  { authorizationDays, authorizationWarnDay }: DeadlineSettings,
  timeZone: string,
): Deadline | null {
  const ordered = Date.parse(snapshot.createdAt);
  const ends = moneyState(snapshot).voidable.map(({ createdAt, expiresAt }) => {
    const told = Date.parse(expiresAt ?? '');
    // A webhook without its time has that of 1970: no authorization is older than its order.
    return Number.isNaN(told)
      ? Math.max(ordered, Date.parse(createdAt)) + authorizationDays * dayMs
      : told;
  });
  if (ends.length === 0) return null;
  const at = Math.min(...ends);
  // Counted from the end, so that one that Shopify keeps for thirty days is not near on day five.
  const lead = Math.max(0, authorizationDays - authorizationWarnDay) * dayMs;
  const warnAt = endOfLocalDay(localDay(at - lead, timeZone), timeZone);
  return { kind: 'authorization', at, warnAt: Math.min(warnAt, at) };
}

/** The end of the day by which it was promised to leave; near on that day. */
function shipDeadline(
  { snapshot }: OrderRecord,
  settings: DeadlineSettings,
  timeZone: string,
): Deadline | null {
  if (settings.shipDays === null) return null;
  const ordered = localDay(Date.parse(snapshot.createdAt), timeZone);
  const day = addBusinessDays(ordered, settings.shipDays, settings);
  return nearOnItsDay('ship', endOfLocalDay(day, timeZone), timeZone);
}

function replyDeadline(contact: ContactState | null, timeZone: string): Deadline | null {
  if (contact === null || contact.nextAt === null) return null;
  const { stage, nextAt } = contact;
  if (!waitingStages.some((waiting) => waiting === stage)) return null;
  return nearOnItsDay('reply', nextAt, timeZone);
}

const nearOnItsDay = (kind: DeadlineKind, at: number, timeZone: string): Deadline => ({
  kind,
  at,
  warnAt: startOfDay(at, timeZone),
});
