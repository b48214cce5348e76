import type { MailUseCases } from '../../../web/usecases/contact/mail-actions.ts';

/** No mail is in the outbox, and no server answers. */
export const fakeMails: MailUseCases = {
  overview: async () => ({ canSend: false, standard: null, troubled: [] }),
  again: async () => ({ ok: false, code: 'not_found' }),
  arrived: async () => ({ ok: false, code: 'not_found' }),
  bounced: async () => ({ ok: false, code: 'not_found' }),
  test: async () => ({ ok: true, value: { sent: false, problem: 'not-set-up', said: null } }),
};
