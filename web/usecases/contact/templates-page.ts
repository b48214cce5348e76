import {
  type TemplatePreview,
  type TemplatePreviewBody,
  type TemplatesAnswer,
  templateIds,
} from '../../contract/contact.ts';
import { usedFields } from '../../contract/merge-fields.ts';
import type { Deps } from '../deps.ts';
import type { CallRecord, ContactRecord } from '../ports/contact-port.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { newContact } from './contact-flow.ts';
import { fieldValues } from './field-values.ts';
import { fillTemplate } from './fill-template.ts';
import { letterValues } from './read-letter.ts';
import { replyDaysOf } from './reply-days.ts';
import { sampleOrder } from './sample-order.ts';
import { ourTemplates } from './templates/index.ts';

/** Our own wording, to start from and to come back to; a shop's stands in its settings. */
export const listTemplates = (): TemplatesAnswer => ({
  templates: templateIds.map((id) => ({ id, ours: ourTemplates[id] })),
});

/** A text that need not be saved, with the values of an order or of a made-up one. */
export async function previewTemplate(
  deps: Deps,
  caller: Caller,
  body: TemplatePreviewBody,
): Promise<Answer<TemplatePreview>> {
  const { orderId, mail } = body;
  if (orderId === undefined) {
    return {
      ok: true,
      value: { ...fillTemplate(mail, await sampleValues(deps, caller, body)), order: null },
    };
  }
  const order = await deps.storage.read.orders.load(caller.shop, orderId);
  if (order === null) return { ok: false, code: 'not_found' };
  const { template, language, signature } = body;
  const wish = { template, language, staffName: caller.staff.name, text: mail, signature };
  const filled = fillTemplate(mail, await letterValues(deps, order, wish));
  return { ok: true, value: { ...filled, order: order.snapshot.name } };
}

/** As if somebody had been called and written to the day before: every sentence can be seen. */
async function sampleValues(deps: Deps, caller: Caller, body: TemplatePreviewBody) {
  const { template, language, mail, signature } = body;
  const { read } = deps.storage;
  const settings = await read.shops.settings(caller.shop);
  const info = (await read.shops.find(caller.shop))?.info ?? null;
  const timeZone = info?.timezone ?? 'Asia/Tokyo';
  const now = deps.now();
  const yesterday = now - 86_400_000;
  const uses = usedFields(mail.text);
  const example = deps.appUrl.replace(/\/+$/, '');
  return fieldValues({
    order: sampleOrder(language, now),
    settings: signature ? withSignature(settings, signature) : settings,
    ...{ timeZone, language, template, now },
    shopName: info?.name ?? '',
    contact: sampleContact(yesterday),
    calls: [sampleCall(yesterday)],
    staffName: caller.staff.name,
    answerLink: uses.has('answer-link') ? `${example}/a/…` : null,
    paymentLink: uses.has('payment-link') ? `https://${caller.shop}/…` : null,
    days: replyDaysOf(settings.deadlines, timeZone),
  });
}

const withSignature = <T extends { contact: { signature: unknown } }>(
  settings: T,
  signature: T['contact']['signature'],
): T => ({ ...settings, contact: { ...settings.contact, signature } });

const sampleContact = (at: number): ContactRecord => ({
  ...newContact('0'),
  asked: { template: 'phone-request', at },
});

const sampleCall = (at: number): CallRecord => ({
  orderId: '0',
  at,
  byId: '',
  by: '',
  result: 'not-reached',
  number: '',
  note: null,
});
