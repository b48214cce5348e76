import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type {
  AnswerBody,
  CallBody,
  ContactBody,
  ContactSent,
  IdSeenBody,
  MailPreview,
  TemplateId,
  TemplatePreview,
  TemplatePreviewBody,
  TemplatesAnswer,
} from '../../contract/contact.ts';
import type { Locale } from '../../contract/level.ts';
import type { OrderDetail } from '../../contract/orders.ts';
import { getJson, postJson } from '../api.ts';
import { orderKey } from './use-order.ts';

const pathOf = (id: string, what: string) => `/api/orders/${encodeURIComponent(id)}/${what}`;

/** A letter as it would go out now. */
export const useMailPreview = (
  id: string,
  template: TemplateId,
  language: Locale | undefined,
): UseQueryResult<MailPreview> =>
  useQuery({
    queryKey: ['letter', id, template, language],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ template, ...(language && { language }) });
      return getJson<MailPreview>(`${pathOf(id, 'contact')}?${query}`, signal);
    },
    // What is typed over it must not be replaced behind the reader's back.
    refetchOnWindowFocus: false,
    gcTime: 0,
  });

export function useSendLetter(id: string): UseMutationResult<ContactSent, Error, ContactBody> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ContactBody) => postJson<ContactSent>(pathOf(id, 'contact'), body),
    onSettled: () => client.invalidateQueries({ queryKey: orderKey(id) }),
  });
}

/** Each answers with the order as it is judged afterwards. */
function useOnOrder<T>(id: string, what: string): UseMutationResult<OrderDetail, Error, T> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: T) => postJson<OrderDetail>(pathOf(id, what), body),
    onSuccess: (order) => {
      client.setQueryData(orderKey(id), order);
      for (const queryKey of [['today'], ['orders'], ['queue']]) {
        void client.invalidateQueries({ queryKey });
      }
    },
  });
}

export const useRecordCall = (id: string) => useOnOrder<CallBody>(id, 'calls');
export const useRecordAnswer = (id: string) => useOnOrder<AnswerBody>(id, 'answer');
export const useIdSeen = (id: string) => useOnOrder<IdSeenBody>(id, 'id-seen');

/** Neither mailbox nor voicemail holds an answer. */
export const useConfirmSilence = (id: string) => useOnOrder<Record<string, never>>(id, 'no-answer');

/** Our own wording: it changes with the app only. */
export const useTemplates = (): UseQueryResult<TemplatesAnswer> =>
  useQuery({
    queryKey: ['templates'],
    queryFn: ({ signal }) => getJson<TemplatesAnswer>('/api/templates', signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What a text that is being typed would become. */
export const useTemplatePreview = (body: TemplatePreviewBody): UseQueryResult<TemplatePreview> =>
  useQuery({
    queryKey: ['template-preview', body],
    queryFn: ({ signal }) => postJson<TemplatePreview>('/api/templates/preview', body, signal),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
