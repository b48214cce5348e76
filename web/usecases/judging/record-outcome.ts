import type { OutcomeBody } from '../../contract/lists.ts';
import type { OrderDetail } from '../../contract/orders.ts';
import type { Deps } from '../deps.ts';
import { getOrder } from '../pages/orders-queries.ts';
import type { OrderOutcome } from '../ports/order-port.ts';
import type { AuditEntry, OrderRecord, Tables } from '../ports/storage-port.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { judgeRelated } from './order-end.ts';

/**
 * How an order ended, as a person found out; null takes it back. The same again changes nothing.
 * What it says of the buyer counts for the next orders at once, and for those that are still open.
 */
export async function recordOutcome(
  deps: Deps,
  caller: Caller,
  orderId: string,
  { outcome }: OutcomeBody,
): Promise<Answer<OrderDetail>> {
  const now = deps.now();
  const byId = caller.staff.userId;
  const by = caller.staff.name ?? byId;
  const told = outcome && {
    kind: outcome.kind,
    at: now,
    byId,
    by,
    note: outcome.note || null,
    loss: outcome.loss ?? null,
  };
  const result = await deps.storage.write((tx) =>
    keepOutcome(tx, caller.shop, orderId, told, { byKind: 'staff', byId, byName: by, at: now }),
  );
  if (result === 'not_found') return { ok: false, code: 'not_found' };
  if (result === 'done') deps.wake(caller.shop);
  return getOrder(deps, caller, orderId);
}

export interface OutcomeRow {
  /** As Shopify or a file writes it: `#1001`, `1001`. */
  readonly orderName: string;
  /** Digits of the legacy id, where the order was found already; it goes before the name. */
  readonly orderId?: string | undefined;
  readonly kind: OrderOutcome['kind'];
  /** Epoch milliseconds at which it happened. */
  readonly at: number;
  readonly note: string | null;
}

export type OutcomeResult = 'done' | 'not_found' | 'unchanged';

/** Rows of one write: each is a few statements and one sealed order. */
const sliceSize = 5;

/**
 * Many at once, from a carrier's report; an answer for each row, in their order. What a person said
 * of an order stays: a report does not know better. Running it twice changes nothing.
 */
export async function recordOutcomes(
  deps: Pick<Deps, 'storage' | 'now' | 'wake'>,
  caller: Caller,
  rows: readonly OutcomeRow[],
): Promise<OutcomeResult[]> {
  const results: OutcomeResult[] = [];
  for (let from = 0; from < rows.length; from += sliceSize) {
    const slice = rows.slice(from, from + sliceSize);
    await deps.storage.write(async (tx) => {
      for (const row of slice) results.push(await keepRow(tx, caller, row, deps.now()));
    });
  }
  if (results.includes('done')) deps.wake(caller.shop);
  return results;
}

async function keepRow(
  tx: Tables,
  { shop, staff }: Caller,
  { orderName, orderId, kind, at, note }: OutcomeRow,
  now: number,
): Promise<OutcomeResult> {
  const id = orderId ?? (await idOf(tx, shop, orderName));
  if (id === null) return 'not_found';
  const known = await tx.orders.load(shop, id);
  if (known?.outcome != null) return 'unchanged';
  const told = { kind, at, byId: null, by: null, note, loss: null };
  const byName = staff.name ?? staff.userId;
  const teller = { byKind: 'staff', byId: staff.userId, byName, at: now } as const;
  return keepOutcome(tx, shop, id, told, teller);
}

async function idOf(tx: Tables, shop: string, text: string): Promise<string | null> {
  const name = text.normalize('NFKC').trim();
  if (name === '') return null;
  const exact = await tx.orders.idByName(shop, name);
  if (exact !== null || name.startsWith('#')) return exact;
  return tx.orders.idByName(shop, `#${name}`);
}

type Teller = Pick<AuditEntry, 'byKind' | 'byId' | 'byName' | 'at'>;

async function keepOutcome(
  tx: Tables,
  shop: string,
  orderId: string,
  outcome: OrderOutcome | null,
  teller: Teller,
): Promise<OutcomeResult> {
  const before = await tx.orders.lock(shop, orderId);
  if (before === null) return 'not_found';
  if (saysTheSame(before.outcome, outcome)) return 'unchanged';
  const after: OrderRecord = { ...before, outcome };
  await tx.orders.update(after);
  await tx.audit.add(shop, {
    ...teller,
    orderId,
    what: outcome === null ? 'outcome-undone' : `outcome-${outcome.kind}`,
    details: {
      ...detailsOf(outcome ?? before.outcome),
      ...(before.outcome === null ? {} : { outcomeBefore: before.outcome.kind }),
    },
  });
  await judgeRelated(tx, before, after, teller.at);
  return 'done';
}

function saysTheSame(a: OrderOutcome | null, b: OrderOutcome | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.kind === b.kind && a.note === b.note && JSON.stringify(a.loss) === JSON.stringify(b.loss)
  );
}

function detailsOf(outcome: OrderOutcome | null): Record<string, string | number> {
  if (outcome === null) return {};
  const { note, loss } = outcome;
  const total = loss === null ? 0 : Object.values(loss).reduce((sum, yen) => sum + yen, 0);
  return {
    ...(total === 0 ? {} : { loss: total }),
    ...(note === null ? {} : { note }),
  };
}
