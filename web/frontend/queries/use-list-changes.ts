import {
  type QueryClient,
  type UseMutationResult,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type {
  ListBulkAnswer,
  ListBulkBody,
  ListChangeAnswer,
  ListEntryBody,
} from '../../contract/lists.ts';
import { deleteJson, postJson, putJson } from '../api.ts';

/** A change of the list can be seen on its page, on orders, and on everything that counts orders. */
export function refreshLists(client: QueryClient): void {
  for (const queryKey of [['lists'], ['order'], ['orders'], ['today'], ['list-proposal']]) {
    void client.invalidateQueries({ queryKey });
  }
}

const entryPath = (id: string) => `/api/lists/${encodeURIComponent(id)}`;

function useListMutation<Request, Answer>(
  mutationFn: (request: Request) => Promise<Answer>,
): UseMutationResult<Answer, Error, Request> {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => refreshLists(client) });
}

/** `id` null: a new entry. */
export const useSaveEntry = () =>
  useListMutation(({ id, body }: { id: string | null; body: ListEntryBody }) =>
    id === null
      ? postJson<ListChangeAnswer>('/api/lists', body)
      : putJson<ListChangeAnswer>(entryPath(id), body),
  );

export const useRemoveEntry = () =>
  useListMutation((id: string) => deleteJson<ListChangeAnswer>(entryPath(id)));

export const useRestoreEntry = () =>
  useListMutation((id: string) => postJson<ListChangeAnswer>(`${entryPath(id)}/restore`, {}));

export const useBulkChange = () =>
  useListMutation((body: ListBulkBody) => postJson<ListBulkAnswer>('/api/lists/bulk', body));
