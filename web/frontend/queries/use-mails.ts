import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type {
  MailChangeAnswer,
  MailsAnswer,
  MailTestAnswer,
  MailTestBody,
} from '../../contract/mails.ts';
import { getJson, postJson } from '../api.ts';

const mailsKey = ['mails'] as const;

/** Whether mails can be sent, and which of them somebody must look at. */
export const useMails = (): UseQueryResult<MailsAnswer> =>
  useQuery({
    queryKey: mailsKey,
    queryFn: ({ signal }) => getJson<MailsAnswer>('/api/mails', signal),
  });

/** Through settings that need not be saved. */
export const useMailTest = (): UseMutationResult<MailTestAnswer, Error, MailTestBody> =>
  useMutation({ mutationFn: (body) => postJson<MailTestAnswer>('/api/mail/test', body) });

/** What a person says to a mail of the outbox. */
export function useMailAction(): UseMutationResult<
  MailChangeAnswer,
  Error,
  { id: string; what: 'again' | 'arrived' | 'bounced' }
> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, what }) => postJson<MailChangeAnswer>(`/api/mails/${id}/${what}`, {}),
    onSettled: () => {
      for (const queryKey of [mailsKey, ['order']]) void client.invalidateQueries({ queryKey });
    },
  });
}
