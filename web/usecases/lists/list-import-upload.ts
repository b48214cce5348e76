import type { ListImportDto } from '../../contract/list-imports.ts';
import { mayDo } from '../actions/permissions.ts';
import type { Deps } from '../deps.ts';
import type { ImportDetails, ImportRecord } from '../ports/list-import-port.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { enqueueImports } from './list-import-work.ts';
import { presentImport } from './list-imports-dto.ts';

export interface UploadedFile {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** 400 MB; a million rows have 150. */
const mostBytes = 400_000_000;
/** Long enough to pack well, short enough to be written in a few milliseconds. */
const pieceBytes = 512_000;
/** Files of a shop that wait for a person or for their turn. */
const mostWaiting = 5;

export const noCounts = { rows: 0, added: 0, existing: 0, repeated: 0, bad: 0 };

/** Keeps the file, sealed piece by piece as it comes, and has it checked. */
export async function uploadList(
  deps: Deps,
  caller: Caller,
  file: UploadedFile,
): Promise<Answer<ListImportDto>> {
  const { shop, staff } = caller;
  const settings = await deps.storage.read.shops.settings(shop);
  if (!mayDo('settings', staff, settings)) return { ok: false, code: 'not_allowed' };
  const waiting = (await deps.storage.read.imports.list(shop, 100)).filter(isWaiting);
  if (waiting.length >= mostWaiting) return refusedFile('too_many_files');
  const record = newRecord(deps, caller, file.name);
  await deps.storage.write(async (tx) => {
    await tx.shops.ensure(shop, deps.now());
    await tx.imports.insert(record);
  });
  try {
    const size = await keep(deps, record, file.bytes);
    if (size === null || size.bytes === 0) {
      await forget(deps, record);
      return size === null ? { ok: false, code: 'payload_too_large' } : refusedFile('empty');
    }
    return await begin(deps, { ...record, ...size });
  } catch (error) {
    await forget(deps, record);
    throw error;
  }
}

const refusedFile = (why: string) =>
  ({ ok: false, code: 'invalid', fields: { file: why } }) as const;

const isWaiting = ({ state }: ImportRecord) =>
  state === 'checking' || state === 'ready' || state === 'importing';

function newRecord(deps: Deps, { shop, staff }: Caller, fileName: string): ImportRecord {
  const now = deps.now();
  const details: ImportDetails = {
    fileName: fileName.slice(0, 200),
    by: { id: staff.userId, name: staff.name ?? staff.userId },
    ...{ settings: null, isChosen: false, columns: [], counts: noCounts, byKind: {}, badRows: [] },
    failure: null,
  };
  return {
    ...{ id: deps.newId(), shop, state: 'uploading', run: deps.newId(), batch: null, chunks: 0 },
    ...{ bytes: 0, createdAt: now, changedAt: now, done: 0, total: 0, details },
  };
}

/** null: more than we take. */
async function keep(deps: Deps, { shop, id }: ImportRecord, bytes: AsyncIterable<Uint8Array>) {
  const size = { bytes: 0, chunks: 0, total: -1 };
  let waiting: Uint8Array[] = [];
  let length = 0;
  const flush = async () => {
    const piece = waiting.length === 1 ? waiting[0] : Buffer.concat(waiting);
    waiting = [];
    length = 0;
    if (piece === undefined || piece.length === 0) return;
    await deps.storage.bulk.appendChunk(shop, id, size.chunks, piece);
    size.chunks += 1;
  };
  for await (const part of bytes) {
    size.bytes += part.length;
    if (size.bytes > mostBytes) return null;
    size.total += linesIn(part);
    waiting.push(part);
    length += part.length;
    if (length >= pieceBytes) await flush();
  }
  await flush();
  return { ...size, total: Math.max(1, size.total) };
}

/** Rows as far as one can tell without reading them: for the progress bar. */
function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}

async function begin(deps: Deps, record: ImportRecord): Promise<Answer<ListImportDto>> {
  const checking = { ...record, state: 'checking' as const };
  await deps.storage.write(async (tx) => {
    await tx.imports.save(checking, record.run);
    await enqueueImports(tx, record.shop, deps.now());
  });
  deps.wake(record.shop);
  return { ok: true, value: presentImport(checking) };
}

/** Broken off or refused: its pieces go with the next sweep, which finds no import to them. */
async function forget(deps: Deps, { shop, id }: ImportRecord): Promise<void> {
  await deps.storage.write(async (tx) => {
    await tx.imports.remove(shop, id);
    await tx.tasks.enqueue(
      shop,
      { kind: 'sweep-lists', key: '', priority: 'background', runAt: deps.now() },
      deps.now(),
    );
  });
  deps.wake(shop);
}
