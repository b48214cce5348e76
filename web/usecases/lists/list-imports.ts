import type { ImportSettings, ImportState, ListImportDto } from '../../contract/list-imports.ts';
import { mayDo } from '../actions/permissions.ts';
import type { Deps } from '../deps.ts';
import { enqueueJudgeOpen } from '../judging/judge-open-orders.ts';
import type { ImportRecord } from '../ports/list-import-port.ts';
import type { Tables } from '../ports/storage-port.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { noCounts, type UploadedFile, uploadList } from './list-import-upload.ts';
import { auditImport, enqueueImports } from './list-import-work.ts';
import { presentImport } from './list-imports-dto.ts';

/** The life of an imported file: sent, checked, looked at, started, perhaps taken back. */
export interface ImportUseCases {
  upload(caller: Caller, file: UploadedFile): Promise<Answer<ListImportDto>>;
  /** The newest first. */
  recent(caller: Caller): Promise<ListImportDto[]>;
  load(caller: Caller, id: string): Promise<Answer<ListImportDto>>;
  /** Reads the file anew in another way. */
  change(caller: Caller, id: string, settings: ImportSettings): Promise<Answer<ListImportDto>>;
  start(caller: Caller, id: string): Promise<Answer<ListImportDto>>;
  /** Gives a file up, or takes a finished import back. */
  drop(caller: Caller, id: string): Promise<Answer<ListImportDto>>;
}

export const createImportUseCases = (deps: Deps): ImportUseCases => ({
  upload: (caller, file) => uploadList(deps, caller, file),
  recent: async ({ shop }) =>
    (await deps.storage.read.imports.list(shop, shownImports)).filter(isTold).map(presentImport),
  async load({ shop }, id) {
    const record = await deps.storage.read.imports.load(shop, id);
    if (record === null || !isTold(record)) return { ok: false, code: 'not_found' };
    return { ok: true, value: presentImport(record) };
  },
  change: (caller, id, settings) =>
    step(deps, caller, id, (_tx, record) => changed(record, settings)),
  start: (caller, id) => step(deps, caller, id, (_tx, record) => started(record)),
  drop: (caller, id) => step(deps, caller, id, (tx, record) => dropped(deps, tx, record)),
});

const shownImports = 20;

type Told = ImportRecord & { readonly state: ImportState };
const isTold = (record: ImportRecord): record is Told => record.state !== 'uploading';

/** What becomes of the import; the record itself: it was asked for already. */
type Next = Answer<Told>;

/** One thing that somebody asks for. Work that is under way meanwhile sees another run, and stops. */
async function step(
  deps: Deps,
  { shop, staff }: Caller,
  id: string,
  decide: (tx: Tables, record: Told) => Next | Promise<Next>,
): Promise<Answer<ListImportDto>> {
  const answer = await deps.storage.write(async (tx): Promise<Answer<ListImportDto>> => {
    if (!mayDo('settings', staff, await tx.shops.settings(shop))) {
      return { ok: false, code: 'not_allowed' };
    }
    const record = await tx.imports.load(shop, id);
    if (record === null || !isTold(record)) return { ok: false, code: 'not_found' };
    const next = await decide(tx, record);
    if (!next.ok) return next;
    if (next.value !== record) {
      const stored = { ...next.value, run: deps.newId(), changedAt: deps.now() };
      await tx.imports.save(stored, record.run);
      await enqueueImports(tx, shop, deps.now());
    }
    return { ok: true, value: presentImport(next.value) };
  });
  if (answer.ok) deps.wake(shop);
  return answer;
}

const refused = (field: string, why: string): Next => ({
  ...{ ok: false, code: 'invalid', fields: { [field]: why } },
});

function changed(record: Told, settings: ImportSettings): Next {
  const { columns } = record.details;
  if (!['checking', 'ready', 'failed'].includes(record.state)) {
    return refused('state', record.state);
  }
  if (columns.length > 0 && columns.length !== settings.mapping.length) {
    return refused('mapping', 'wrong_number_of_columns');
  }
  const details = { ...record.details, settings, isChosen: true, failure: null };
  const unread = { counts: noCounts, byKind: {}, badRows: [] };
  return {
    ok: true,
    value: { ...record, state: 'checking', done: 0, details: { ...details, ...unread } },
  };
}

function started(record: Told): Next {
  const { settings, counts } = record.details;
  if (record.state === 'importing' || record.state === 'done') return { ok: true, value: record };
  if (record.state !== 'ready') return refused('state', record.state);
  if (settings?.skipBadRows === false && counts.bad > 0) return refused('skipBadRows', 'bad_rows');
  return { ok: true, value: { ...record, state: 'importing', done: 0 } };
}

async function dropped(deps: Deps, tx: Tables, record: Told): Promise<Next> {
  const { shop, state, batch } = record;
  if (state === 'removing' || state === 'removed') return { ok: true, value: record };
  if (batch !== null) await tx.imports.dropBatch(shop, batch);
  if (state === 'done') {
    await auditImport(deps, tx, record, 'list-import-removed');
    await enqueueJudgeOpen(tx, shop, null, deps.now());
  }
  return { ok: true, value: { ...record, state: 'removing', done: 0 } };
}
