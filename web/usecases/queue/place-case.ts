import type { LinkKind } from '../../contract/queue.ts';
import { keysOfKind } from '../judging/order-keys.ts';
import type { CaseLink } from '../ports/queue-port.ts';
import type { OrderKey, OrderRecord, Tables } from '../ports/storage-port.ts';
import { readFigures } from './case-figures.ts';

/** A buyer has one of these; a name, a postal code or a room number alone relates nobody. */
const linking = ['customer', 'email', 'phone', 'place', 'card', 'ip'] as const;

/**
 * A key of more open cases than this links nobody: the address of a mobile carrier's network, a
 * pick-up point, an agency's mail box. It would put half the queue into one row.
 */
const mostCases = 20;
/** The same for a key of so many orders, whatever became of them. */
const mostOrders = 200;

interface Linked {
  readonly orderId: string;
  readonly name: string;
  readonly groupId: number | null;
  readonly kinds: readonly LinkKind[];
}

/**
 * Puts an order's open case into the row of the open cases that share a buyer with it, joining rows
 * that it links; else into the row where the order stood before, else into one of its own. The
 * caller has raised the queue's version, so that nobody places another case meanwhile.
 */
export async function placeCase(tx: Tables, order: OrderRecord, now: number): Promise<void> {
  const { shop, id } = order;
  const known = await tx.queue.caseOf(shop, id);
  if (known === null) return;
  const linked = known.apart || known.closedAt !== null ? [] : await linkedCases(tx, order);
  const rows = new Set(linked.flatMap(({ groupId }) => groupId ?? []));
  if (known.groupId !== null) rows.add(known.groupId);
  const [into = null, ...others] = [...rows].toSorted((a, b) => a - b);
  const groupId = await tx.queue.place(shop, id, into);
  if (known.apart) await tx.queue.setApart(shop, [id], true);
  for (const other of others) await tx.queue.merge(shop, groupId, other);
  await tx.queue.link(
    shop,
    linked.flatMap((one) => linksBetween(id, one)),
  );
  await tx.queue.setFigures(shop, id, await readFigures(tx, order));
  await tx.queue.refresh(shop, groupId);
  if (linked.length > 0) await auditLinks(tx, order, linked, now);
}

/** Open cases of other orders with a key of this one, each compared in clear. */
async function linkedCases(tx: Tables, order: OrderRecord): Promise<Linked[]> {
  const keys = [...new Set(keysOfKind(order.keys, linking))];
  const shares = await tx.queue.sharing(order.shop, order.id, keys, mostOrders);
  const near = shares.filter(({ orders, open }) => orders < mostOrders && open.length < mostCases);
  const found = new Map(near.flatMap(({ open }) => open.map((one) => [one.orderId, one] as const)));
  const usable = new Set(near.map(({ key }) => key));
  const linked: Linked[] = [];
  for (const { orderId, groupId } of found.values()) {
    const other = await tx.orders.load(order.shop, orderId);
    if (other === null) continue;
    const kinds = sharedKinds([...usable], other.keys);
    if (kinds.length > 0) linked.push({ orderId, name: other.snapshot.name, groupId, kinds });
  }
  return linked;
}

function sharedKinds(keys: readonly OrderKey[], others: readonly OrderKey[]): LinkKind[] {
  const shared = keys.filter((key) => others.includes(key));
  return linking.filter((kind) => keysOfKind(shared, [kind]).length > 0);
}

const linksBetween = (id: string, { orderId, kinds }: Linked): CaseLink[] =>
  kinds.map((kind) => ({ orderId: id, otherId: orderId, kind }));

const auditLinks = (
  tx: Tables,
  { shop, id }: OrderRecord,
  linked: readonly Linked[],
  now: number,
) =>
  tx.audit.add(shop, {
    orderId: id,
    at: now,
    byKind: 'app',
    byId: null,
    byName: null,
    what: 'case-linked',
    details: {
      with: linked.map(({ name }) => name).join(', '),
      links: [...new Set(linked.flatMap(({ kinds }) => kinds))].join(', '),
    },
  });
