import type { ListMatchDto } from '../../contract/lists.ts';
import { compareEntry } from '../../risk/list-compare.ts';
import type { ListEntry, ListKind } from '../../risk/list-entry.ts';
import { keysToFind } from '../../risk/list-keys.ts';
import { listMatchesOf } from '../../risk/list-match.ts';
import { rowOfEntry } from '../../risk/list-row.ts';
import type { Evidence } from '../../risk/order-facts.ts';
import type { OrderListMark, OrderRecord, Tables } from '../ports/storage-port.ts';
import { presentEntry } from './list-entries-dto.ts';

/** Strong keys are asked first: what a crowd shares beyond this is a name or a network. */
const mostEntries = 200;
const mostMarks = 20;

/** The shop's entries that share a key with an order; one statement, and none where it has no list. */
export const entriesLike = (
  tables: Tables,
  shop: string,
  evidence: Pick<Evidence, 'order' | 'shop'>,
  now: number,
): Promise<ListEntry[]> => tables.lists.matching(shop, keysToFind(evidence), now, mostEntries);

/** A list asks an order for nothing but its own facts: what the shop remembers plays no part. */
export const evidenceOf = ({ facts, staffChecks }: OrderRecord): Evidence => ({
  order: facts,
  history: {},
  shop: { n: 0, median: 0, madLn: 0 },
  staffChecks,
});

/** How the order agrees with the entries of its evidence, the weightiest first. */
export function marksOf(evidence: Evidence): OrderListMark[] {
  const marks = (listMatchesOf(evidence) ?? []).flatMap(({ id, kind, grade }) =>
    id === null || grade === 'none' ? [] : [{ id, kind, match: grade }],
  );
  return marks.sort((one, other) => weight(one) - weight(other)).slice(0, mostMarks);
}

const grades = ['exact', 'similar', 'shown'] as const;
const kinds: readonly ListKind[] = ['fraud', 'cod', 'protected', 'watch', 'allowed'];
const weight = ({ match, kind }: OrderListMark) =>
  grades.indexOf(match) * kinds.length + kinds.indexOf(kind);

/** The entries that an order agrees with as they are now, with both values side by side. */
export async function presentMatches(
  tables: Tables,
  order: OrderRecord,
  now: number,
): Promise<ListMatchDto[]> {
  const evidence = evidenceOf(order);
  const entries = await entriesLike(tables, order.shop, evidence, now);
  const own = { ...evidence, history: { ...evidence.history, blocklist: entries.map(rowOfEntry) } };
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return marksOf(own).flatMap(({ id, match }) => {
    const entry = byId.get(id);
    if (entry === undefined) return [];
    const { comparisons } = compareEntry(own, entry.identity);
    return [{ entry: presentEntry(entry), match, comparisons }];
  });
}
