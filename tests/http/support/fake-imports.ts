import type { ImportUseCases } from '../../../web/usecases/lists/list-imports.ts';

const notFound = { ok: false, code: 'not_found' } as const;

/** Imports of a shop that has none. */
export const fakeImports: ImportUseCases = {
  upload: async () => ({ ok: false, code: 'not_allowed' }),
  recent: async () => [],
  load: async () => notFound,
  change: async () => notFound,
  start: async () => notFound,
  drop: async () => notFound,
};
