import { z } from 'zod';
import { type ImportField, importFields, listKinds } from './list-kinds.ts';
import type { ListKind } from './lists.ts';

export type { ImportField };
export { importFields };

/** PUT /api/lists/imports/:id: another reading of the file; checks it anew. */
export const importSettingsBody = z.strictObject({
  /** One for each column of the file, in its order. */
  mapping: z.array(z.enum(importFields)).min(1).max(100),
  /** Of rows without a kind of their own. */
  kind: z.enum(listKinds),
  encoding: z.enum(['utf-8', 'shift_jis']),
  /** Leave rows out that cannot be read; false: such a file is not imported at all. */
  skipBadRows: z.boolean(),
});
export type ImportSettings = z.infer<typeof importSettingsBody>;

/** Why a row cannot be taken: keys of `lists.importer.badReason` in the locales. */
export const badReasons = [
  'columns',
  'unreadable',
  'too_long',
  'kind',
  'email',
  'phone',
  'card',
  'date',
  'expired',
  'no_key',
  'forwarder_without_code',
] as const;
export type BadReason = (typeof badReasons)[number];

/** Why a file was not imported: keys of `lists.importer.failure` in the locales. */
export const importFailures = [
  'empty',
  'encoding',
  'quotes',
  'too_many_rows',
  'too_many_files',
  'internal',
] as const;
export type ImportFailure = (typeof importFailures)[number];

export type ImportState =
  | 'checking'
  | 'ready'
  | 'importing'
  | 'done'
  | 'failed'
  | 'removing'
  | 'removed';

/**
 * POST /api/lists/imports (body: the file, `text/csv`, up to 400 MB; `?name=` its name) answers 202
 * with this; GET /api/lists/imports/:id tells how far it is; POST …/:id/start begins; DELETE …/:id
 * gives a file up or takes a finished import back.
 */
export interface ListImportDto {
  id: string;
  fileName: string;
  state: ImportState;
  createdAt: string;
  /** Guessed from the file, changed by PUT. */
  settings: ImportSettings;
  columns: { name: string; samples: string[] }[];
  progress: { done: number; total: number };
  /** What will happen, or what did. */
  counts: { rows: number; added: number; existing: number; repeated: number; bad: number };
  byKind: Partial<Record<ListKind, number>>;
  /** The first 100. `line` counts from 1, the header being line 1. */
  badRows: { line: number; reason: BadReason; column: string | null }[];
  failure: ImportFailure | null;
}
