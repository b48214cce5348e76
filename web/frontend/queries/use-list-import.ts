import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { ImportSettings, ImportState, ListImportDto } from '../../contract/list-imports.ts';
import { deleteJson, getJson, postJson, putJson } from '../api.ts';
import { uploadFile } from '../api-files.ts';
import { refreshLists } from './use-list-changes.ts';

const importKey = (id: string) => ['list-import', id] as const;
const importPath = (id: string) => `/api/lists/imports/${encodeURIComponent(id)}`;

const moving: readonly ImportState[] = ['checking', 'importing', 'removing'];

/** How far one import is; asked for often while it moves. */
export function useListImport(id: string): UseQueryResult<ListImportDto> {
  return useQuery({
    queryKey: importKey(id),
    queryFn: ({ signal }) => getJson<ListImportDto>(importPath(id), signal),
    enabled: id !== '',
    refetchInterval: ({ state }) =>
      state.data !== undefined && moving.includes(state.data.state) ? 700 : false,
  });
}

/** The newest first. */
export const useRecentImports = (): UseQueryResult<{ imports: ListImportDto[] }> =>
  useQuery({
    queryKey: ['list-imports'],
    queryFn: ({ signal }) => getJson<{ imports: ListImportDto[] }>('/api/lists/imports', signal),
  });

/** Sends a file; the answer is the import that checks it. */
export function useUploadImport(
  onProgress: (part: number) => void,
): UseMutationResult<ListImportDto, Error, File> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => {
      const path = `/api/lists/imports?name=${encodeURIComponent(file.name)}`;
      return uploadFile<ListImportDto>(path, file, onProgress);
    },
    onSuccess: (sent) => client.setQueryData(importKey(sent.id), sent),
  });
}

export type ImportStep =
  | { readonly do: 'read'; readonly settings: ImportSettings }
  | { readonly do: 'start' }
  | { readonly do: 'drop' };

/** Reads the file anew, begins, or takes it back. */
export function useImportStep(id: string): UseMutationResult<ListImportDto, Error, ImportStep> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: ImportStep) => {
      if (step.do === 'read') return putJson<ListImportDto>(importPath(id), step.settings);
      if (step.do === 'start') return postJson<ListImportDto>(`${importPath(id)}/start`, {});
      return deleteJson<ListImportDto>(importPath(id));
    },
    onSuccess: (now) => client.setQueryData(importKey(id), now),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: importKey(id) });
      refreshLists(client);
    },
  });
}
