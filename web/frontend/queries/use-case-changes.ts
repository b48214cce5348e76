import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { SnoozeBody, ViewBody } from '../../contract/queue.ts';
import { deleteJson, postJson } from '../api.ts';
import { refreshQueue } from './use-queue.ts';

const casePath = (id: string) => `/api/cases/${encodeURIComponent(id)}`;
const orderPath = (id: string) => `/api/orders/${encodeURIComponent(id)}`;

function useCaseMutation<Request>(
  mutationFn: (request: Request) => Promise<unknown>,
): UseMutationResult<unknown, Error, Request> {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => refreshQueue(client) });
}

/** `to` null: nobody. */
export const useAssign = () =>
  useCaseMutation(({ id, to }: { id: string; to: string | null }) =>
    postJson(`${casePath(id)}/assign`, { to }),
  );

/** The other row's cases come into this one. */
export const useMerge = () =>
  useCaseMutation(({ id, other }: { id: string; other: string }) =>
    postJson(`${casePath(id)}/merge`, { with: other }),
  );

/** The order gets a row of its own again. */
export const useSplit = () =>
  useCaseMutation(({ id, orderId }: { id: string; orderId: string }) =>
    postJson(`${casePath(id)}/split`, { orderId }),
  );

export const useAddNote = (orderId: string) =>
  useCaseMutation((text: string) => postJson(`${orderPath(orderId)}/notes`, { text }));

export const useSnooze = (orderId: string) =>
  useCaseMutation((body: SnoozeBody) => postJson(`${orderPath(orderId)}/snooze`, body));

export const useEndSnooze = (orderId: string) =>
  useCaseMutation((id: string) =>
    deleteJson(`${orderPath(orderId)}/snooze/${encodeURIComponent(id)}`),
  );

export const useSaveView = () =>
  useCaseMutation((body: ViewBody) => postJson('/api/queue/views', body));

export const useRemoveView = () =>
  useCaseMutation((id: string) => deleteJson(`/api/queue/views/${encodeURIComponent(id)}`));
