import type { CaseDto, LinkKind, SnoozeDto } from '../../contract/queue.ts';
import type { Deps } from '../deps.ts';
import { stateOf } from '../judging/order-state.ts';
import type { SnoozeRecord } from '../ports/queue-port.ts';
import type { AuditEntry, OrderRecord, Tables } from '../ports/storage-port.ts';
import { readDeadlines } from './case-figures.ts';
import { presentDeadline, readStaff, staffMember } from './present-row.ts';
import { buyerOf } from './snoozed-signals.ts';

/** Of a row with more, the newest. */
const mostLinked = 50;

const iso = (ms: number) => new Date(ms).toISOString();

export async function presentSnoozes(deps: Deps, order: OrderRecord): Promise<SnoozeDto[]> {
  const { snoozes } = deps.storage.read;
  const standing = await snoozes.active(order.shop, buyerOf(order.keys), deps.now());
  return standing.map(presentSnooze);
}

const presentSnooze = ({ id, signal, until, by, note }: SnoozeRecord): SnoozeDto => ({
  ...{ id, signal, by, note },
  until: iso(until),
});

/** The order's case, open or closed, and what it is linked with; null: it never had one. */
export async function presentCase(
  tables: Tables,
  order: OrderRecord,
  audit: readonly AuditEntry[],
  snoozes: readonly SnoozeDto[],
): Promise<CaseDto | null> {
  const { shop, id } = order;
  const own = await tables.queue.caseOf(shop, id);
  const found = own?.groupId == null ? null : await tables.queue.row(shop, own.groupId);
  if (own === null || found === null) return null;
  const deadlines = own.closedAt === null ? await readDeadlines(tables, order) : [];
  return {
    id: String(found.row.id),
    openedAt: iso(own.openedAt),
    closedAt: own.closedAt === null ? null : iso(own.closedAt),
    assignee: staffMember(await readStaff(tables, shop), found.row.assignee),
    deadlines: deadlines.map(presentDeadline),
    linked: await linkedOrders(tables, order, found.row.id),
    notes: audit.flatMap(presentNote),
    snoozes: [...snoozes],
  };
}

function presentNote({ what, at, byName, details }: AuditEntry): CaseDto['notes'] {
  if (what !== 'noted') return [];
  return [{ at: iso(at), by: byName ?? '', text: String(details.note ?? '') }];
}

async function linkedOrders(
  tables: Tables,
  { shop, id }: OrderRecord,
  groupId: number,
): Promise<CaseDto['linked']> {
  const cases = await tables.queue.casesOf(shop, groupId);
  const others = new Set(cases.map(({ orderId }) => orderId).filter((one) => one !== id));
  const kinds = new Map<string, LinkKind[]>();
  for (const { otherId, kind } of await tables.queue.linksOf(shop, id)) {
    kinds.set(otherId, [...(kinds.get(otherId) ?? []), kind]);
  }
  const linked: CaseDto['linked'] = [];
  for (const orderId of [...others].reverse().slice(0, mostLinked)) {
    const order = await tables.orders.load(shop, orderId);
    if (order !== null) linked.push(presentLinked(order, kinds.get(orderId) ?? []));
  }
  return linked;
}

const presentLinked = (order: OrderRecord, links: LinkKind[]): CaseDto['linked'][number] => ({
  id: order.id,
  name: order.snapshot.name,
  createdAt: order.snapshot.createdAt,
  level: order.assessment.level,
  state: stateOf(order),
  total: order.snapshot.total,
  links,
});
