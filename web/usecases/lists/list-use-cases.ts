import type {
  ListAnswer,
  ListBulkAnswer,
  ListBulkBody,
  ListChangeAnswer,
  ListEntryBody,
  ListKind,
  ListNoteBody,
  ListProposal,
  ListQuery,
} from '../../contract/lists.ts';
import type { ReturnsAnswer, ReturnsQuery } from '../../contract/returns.ts';
import type { Deps } from '../deps.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { changeListBulk } from './list-bulk.ts';
import {
  addListEntry,
  changeListEntry,
  removeListEntry,
  restoreListEntry,
} from './list-entries.ts';
import { exportList } from './list-export.ts';
import { proposeListEntry } from './list-proposal.ts';
import { findListEntries } from './list-queries.ts';
import { recordReturns } from './list-returns.ts';

/** What staff do with the shop's lists. `created` false: such an entry stood there already. */
export interface ListUseCases {
  find(caller: Caller, query: ListQuery): Promise<Answer<ListAnswer>>;
  add(
    caller: Caller,
    body: ListEntryBody,
  ): Promise<Answer<ListChangeAnswer & { created: boolean }>>;
  change(caller: Caller, id: string, body: ListEntryBody): Promise<Answer<ListChangeAnswer>>;
  remove(caller: Caller, id: string, body: ListNoteBody): Promise<Answer<ListChangeAnswer>>;
  restore(caller: Caller, id: string, body: ListNoteBody): Promise<Answer<ListChangeAnswer>>;
  bulk(caller: Caller, body: ListBulkBody): Promise<Answer<ListBulkAnswer>>;
  /** CSV text in pieces; a list of a million entries is never in memory as a whole. */
  export(
    caller: Caller,
    kinds: readonly ListKind[] | undefined,
  ): Promise<Answer<AsyncIterable<string>>>;
  propose(caller: Caller, orderId: string): Promise<Answer<ListProposal>>;
  /** `file`: a carrier's report as it came. */
  returns(caller: Caller, file: Uint8Array, query: ReturnsQuery): Promise<Answer<ReturnsAnswer>>;
}

export const createListUseCases = (deps: Deps): ListUseCases => ({
  find: (caller, query) => findListEntries(deps, caller, query),
  add: (caller, body) => addListEntry(deps, caller, body),
  change: (caller, id, body) => changeListEntry(deps, caller, id, body),
  remove: (caller, id, body) => removeListEntry(deps, caller, id, body),
  restore: (caller, id, body) => restoreListEntry(deps, caller, id, body),
  bulk: (caller, body) => changeListBulk(deps, caller, body),
  export: (caller, kinds) => exportList(deps, caller, kinds),
  propose: (caller, orderId) => proposeListEntry(deps, caller, orderId),
  returns: (caller, file, query) => recordReturns(deps, caller, file, query),
});
