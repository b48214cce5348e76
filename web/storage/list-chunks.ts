import { createSecretKey } from 'node:crypto';
import type { ImportJob } from '../usecases/ports/list-import-port.ts';
import { unseal } from './sealed.ts';

export const chunkTable = 'list_import_chunks';
export const chunkRow = (importId: string, no: number) => `${importId}|${no}`;

/** A piece of an uploaded file, packed, as the thread that reads it opens it. */
export function unsealChunk(
  { shop, importId, secrets }: Pick<ImportJob, 'shop' | 'importId' | 'secrets'>,
  no: number,
  sealed: Uint8Array,
): Buffer {
  const place = `${shop}|${chunkTable}|${chunkRow(importId, no)}`;
  return unseal(
    createSecretKey(secrets.data),
    place,
    Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength),
  );
}
