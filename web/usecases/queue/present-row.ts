import type { Locale } from '../../contract/level.ts';
import type { DeadlineDto, QueueRow, StaffDto } from '../../contract/queue.ts';
import { presentOrder } from '../pages/present-order.ts';
import type { RowPage } from '../ports/queue-port.ts';
import type { Tables } from '../ports/storage-port.ts';
import type { Deadline } from './deadlines.ts';

const iso = (ms: number) => new Date(ms).toISOString();

export const presentDeadline = ({ kind, at, warnAt }: Deadline): DeadlineDto => ({
  kind,
  at: iso(at),
  warnAt: iso(warnAt),
});

/** Everybody who has opened the app here, by name. */
export async function readStaff(tables: Tables, shop: string): Promise<StaffDto[]> {
  const all = await tables.staff.all(shop);
  return all
    .map(({ userId, name }) => ({ id: userId, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'ja'));
}

/** Somebody who is not known any more is told by the id that Shopify gave. */
export const staffMember = (staff: readonly StaffDto[], id: string | null): StaffDto | null =>
  id === null ? null : (staff.find((one) => one.id === id) ?? { id, name: id });

/** A row in the reader's language. */
export function presentRow(
  { row, order }: RowPage['rows'][number],
  staff: readonly StaffDto[],
  locale: Locale,
): QueueRow {
  const told = presentOrder(order, { locale, hasOpenCase: row.closedAt === null });
  return {
    id: String(row.id),
    order: { id: told.id, name: told.name, createdAt: told.createdAt, state: told.state },
    orders: row.orders,
    links: [...row.links],
    level: row.level,
    points: row.points,
    reasons: told.reasons,
    total: told.total === null ? null : { ...told.total, amount: row.amount },
    payment: row.payment,
    buyer: told.buyer,
    openedAt: iso(row.openedAt),
    closedAt: row.closedAt === null ? null : iso(row.closedAt),
    deadline: row.deadline === null ? null : presentDeadline(row.deadline),
    assignee: staffMember(staff, row.assignee),
    stage: row.stage,
    list: told.list,
  };
}
