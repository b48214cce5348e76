import type { Level } from '../../contract/level.ts';
import { linkKinds } from '../../contract/queue.ts';
import type { QueueCase, RowFigures } from '../ports/queue-port.ts';

/** As the tables sort it: the most urgent first. */
export const levelRank: Readonly<Record<Level, number>> = { high: 0, caution: 1, normal: 2 };

const never = Number.MAX_SAFE_INTEGER;

/**
 * What a row says of its cases: told by the most urgent of those that are open, or of all where none
 * is. The deadline is the nearest of any, so that no order waits behind another one's level.
 * @returns null: there is nothing to tell
 */
export function rowFigures(
  cases: readonly QueueCase[],
  links: readonly string[],
): RowFigures | null {
  const open = cases.filter(({ closedAt }) => closedAt === null);
  const told = (open.length > 0 ? open : lastOfEach(cases)).toSorted(byUrgency);
  const [lead] = told;
  if (lead === undefined) return null;
  const nearest = told.map(({ deadline }) => deadline).filter((deadline) => deadline !== null);
  return {
    orderId: lead.orderId,
    orders: told.length,
    level: lead.level,
    points: lead.points,
    amount: sum(told.map(({ amount }) => amount)),
    payment: lead.payment,
    stage: lead.stage,
    deadline: nearest.toSorted((a, b) => a.at - b.at)[0] ?? null,
    links: told.length > 1 ? linkKinds.filter((kind) => links.includes(kind)) : [],
    openedAt: Math.min(...told.map(({ openedAt }) => openedAt)),
    closedAt: open.length > 0 ? null : Math.max(...told.map(({ closedAt }) => closedAt ?? 0)),
  };
}

/** An order whose case was opened again has several: the last one counts. */
function lastOfEach(cases: readonly QueueCase[]): QueueCase[] {
  const last = new Map<string, QueueCase>();
  for (const one of cases) {
    const known = last.get(one.orderId);
    if (known === undefined || one.id > known.id) last.set(one.orderId, one);
  }
  return [...last.values()];
}

const byUrgency = (a: QueueCase, b: QueueCase) =>
  levelRank[a.level] - levelRank[b.level] ||
  (a.deadline?.at ?? never) - (b.deadline?.at ?? never) ||
  a.openedAt - b.openedAt ||
  a.id - b.id;

/** Amounts have four decimals at most; added up as floats they would have fifteen. */
const sum = (amounts: readonly number[]) =>
  Math.round(amounts.reduce((total, amount) => total + amount, 0) * 10_000) / 10_000;
