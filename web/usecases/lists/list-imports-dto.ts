import type { ImportSettings, ImportState, ListImportDto } from '../../contract/list-imports.ts';
import type { ImportRecord } from '../ports/list-import-port.ts';

/** Until the file has been looked at: no column means anything yet. */
export const unreadSettings: ImportSettings = {
  ...{ mapping: ['ignore'], kind: 'fraud', encoding: 'utf-8', skipBadRows: true },
};

export function presentImport(record: ImportRecord & { state: ImportState }): ListImportDto {
  const { id, state, createdAt, done, total, details } = record;
  return {
    ...{ id, state, fileName: details.fileName },
    createdAt: new Date(createdAt).toISOString(),
    settings: details.settings ?? unreadSettings,
    columns: details.columns.map(({ name, samples }) => ({ name, samples: [...samples] })),
    progress: { done, total },
    counts: { ...details.counts },
    byKind: { ...details.byKind },
    badRows: details.badRows.map((row) => ({ ...row })),
    failure: details.failure,
  };
}
