import type {
  AnswerBody,
  CallBody,
  ContactBody,
  ContactDto,
  ContactQuery,
  ContactSent,
  IdSeenBody,
  MailPreview,
  TemplatePreview,
  TemplatePreviewBody,
  TemplatesAnswer,
} from '../../contract/contact.ts';
import type { OrderDetail } from '../../contract/orders.ts';
import type { Deps } from '../deps.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { presentContact } from './contact-dto.ts';
import { recordAnswer, recordCall, recordIdSeen } from './record-call.ts';
import { previewLetter, sendLetter } from './send-letter.ts';
import { listTemplates, previewTemplate } from './templates-page.ts';

/** What staff do to reach the buyer of an order. */
export interface ContactUseCases {
  contact(caller: Caller, orderId: string): Promise<Answer<ContactDto>>;
  preview(
    caller: Caller,
    orderId: string,
    query: ContactQuery & { template: NonNullable<ContactQuery['template']> },
  ): Promise<Answer<MailPreview>>;
  /** `created`: false where the same letter stood there already (answer 200 instead of 202). */
  send(
    caller: Caller,
    orderId: string,
    body: ContactBody,
  ): Promise<Answer<ContactSent & { created: boolean }>>;
  call(caller: Caller, orderId: string, body: CallBody): Promise<Answer<OrderDetail>>;
  answer(caller: Caller, orderId: string, body: AnswerBody): Promise<Answer<OrderDetail>>;
  idSeen(caller: Caller, orderId: string, body: IdSeenBody): Promise<Answer<OrderDetail>>;
  /** Our own wording of every letter. */
  templates(): TemplatesAnswer;
  previewTemplate(caller: Caller, body: TemplatePreviewBody): Promise<Answer<TemplatePreview>>;
}

export const createContactUseCases = (deps: Deps): ContactUseCases => ({
  async contact(caller, orderId) {
    const order = await deps.storage.read.orders.load(caller.shop, orderId);
    if (order === null) return { ok: false, code: 'not_found' };
    return { ok: true, value: await presentContact(deps, order) };
  },
  preview: (caller, orderId, query) => previewLetter(deps, caller, orderId, query),
  send: (caller, orderId, body) => sendLetter(deps, caller, orderId, body),
  call: (caller, orderId, body) => recordCall(deps, caller, orderId, body),
  answer: (caller, orderId, body) => recordAnswer(deps, caller, orderId, body),
  idSeen: (caller, orderId, body) => recordIdSeen(deps, caller, orderId, body),
  templates: listTemplates,
  previewTemplate: (caller, body) => previewTemplate(deps, caller, body),
});
