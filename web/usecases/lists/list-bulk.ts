import { isReasonFor, type ListBulkAnswer, type ListBulkBody } from '../../contract/lists.ts';
import type { ListEntry } from '../../risk/list-entry.ts';
import { mayDo } from '../actions/permissions.ts';
import type { Deps } from '../deps.ts';
import type { Tables } from '../ports/storage-port.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { auditList, judgeAgain, keyed, type ListAudit } from './list-entries.ts';

/** A slice holds the writer for a few milliseconds only. */
const sliceSize = 10;

type Result = ListBulkAnswer['results'][number]['result'];
type Change = ListBulkBody['change'];

/** One change to many entries; each is told by itself, and what is done stays done. */
export async function changeListBulk(
  deps: Deps,
  caller: Caller,
  { ids, change }: ListBulkBody,
): Promise<Answer<ListBulkAnswer>> {
  const { shop } = caller;
  const settings = await deps.storage.read.shops.settings(shop);
  if (!mayDo('settings', caller.staff, settings)) return { ok: false, code: 'not_allowed' };
  if (change.do === 'expiry' && change.expiresAt && Date.parse(change.expiresAt) <= deps.now()) {
    return { ok: false, code: 'invalid', fields: { 'change.expiresAt': 'past' } };
  }
  const wanted = [...new Set(ids)];
  const answer: ListBulkAnswer = { results: [], reassessing: 0 };
  for (let at = 0; at < wanted.length; at += sliceSize) {
    const slice = wanted.slice(at, at + sliceSize);
    const done = await deps.storage.write((tx) => changeSlice(deps, tx, caller, slice, change));
    answer.results.push(...done.results);
    answer.reassessing += done.reassessing;
  }
  deps.wake(shop);
  return { ok: true, value: answer };
}

async function changeSlice(
  deps: Deps,
  tx: Tables,
  caller: Caller,
  ids: readonly string[],
  change: Change,
): Promise<ListBulkAnswer> {
  const results: ListBulkAnswer['results'] = [];
  const touched: ListEntry[] = [];
  for (const id of ids) {
    const { result, entry, before } = await changeOne(deps, tx, caller.shop, id, change);
    results.push({ id, result });
    if (result !== 'done' || entry === null) continue;
    touched.push(entry);
    await auditList(deps, tx, caller, auditNames[change.do], entry, null, before ?? entry);
  }
  const reassessing = await judgeAgain(tx, caller, touched, deps.now(), change.do === 'remove');
  return { results, reassessing };
}

const auditNames: Record<Change['do'], ListAudit> = {
  remove: 'list-removed',
  restore: 'list-restored',
  kind: 'list-changed',
  expiry: 'list-changed',
};

interface Outcome {
  readonly result: Result;
  /** As it stands after the change. */
  readonly entry: ListEntry | null;
  /** As it stood; absent where it stood as it stands. */
  readonly before?: ListEntry;
}

async function changeOne(
  deps: Deps,
  tx: Tables,
  shop: string,
  id: string,
  change: Change,
): Promise<Outcome> {
  if (change.do === 'restore') return restoreOne(tx, shop, id);
  const before = await tx.lists.load(shop, id);
  if (before === null) return { result: 'not_found', entry: null };
  if (change.do === 'remove') {
    const isGone = await tx.lists.remove(shop, id, deps.now());
    return { result: isGone ? 'done' : 'not_found', entry: before };
  }
  const entry =
    change.do === 'kind' ? asKind(before, change.kind) : until(before, change.expiresAt);
  if (JSON.stringify(entry) === JSON.stringify(before)) return { result: 'unchanged', entry };
  const { done, duplicate } = await tx.lists.replace(shop, keyed(entry));
  if (done) return { result: 'done', entry, before };
  return { result: duplicate === null ? 'not_found' : 'duplicate', entry };
}

async function restoreOne(tx: Tables, shop: string, id: string): Promise<Outcome> {
  const { done, duplicate } = await tx.lists.restore(shop, id);
  const entry = done ? await tx.lists.load(shop, id) : null;
  if (done) return { result: 'done', entry };
  return { result: duplicate === null ? 'not_found' : 'duplicate', entry };
}

/** A reason that accuses does not follow anybody among the victims or the trusted. */
export const asKind = (entry: ListEntry, kind: ListEntry['kind']): ListEntry => ({
  ...entry,
  kind,
  reason: isReasonFor(kind, entry.reason) ? entry.reason : 'other',
});

const until = (entry: ListEntry, expiresAt: string | null): ListEntry => ({
  ...entry,
  expiresAt: expiresAt === null ? null : Date.parse(expiresAt),
});
