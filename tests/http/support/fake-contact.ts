import type { ContactUseCases } from '../../../web/usecases/contact/contact-use-cases.ts';

const notFound = async () => ({ ok: false, code: 'not_found' }) as const;

/** No order is known. */
export const fakeContact: ContactUseCases = {
  contact: notFound,
  preview: notFound,
  send: notFound,
  call: notFound,
  answer: notFound,
  idSeen: notFound,
  templates: () => ({ templates: [] }),
  previewTemplate: notFound,
};
