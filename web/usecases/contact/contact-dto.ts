import {
  type ContactDto,
  type MailDto,
  type TemplateId,
  templateIds,
} from '../../contract/contact.ts';
import { whyNotCancel } from '../automation/cancel-unanswered.ts';
import type { Deps } from '../deps.ts';
import { isOver, isUndecided, stateOf } from '../judging/order-state.ts';
import type { ContactRecord } from '../ports/contact-port.ts';
import type { MailRecord } from '../ports/mail-port.ts';
import type { OrderRecord, Tables } from '../ports/storage-port.ts';
import { newContact, nextStep } from './contact-flow.ts';
import { canSendMail } from './mail-sender.ts';

const iso = (ms: number) => new Date(ms).toISOString();

const isTemplate = (kind: string): kind is TemplateId => templateIds.some((id) => id === kind);

export function presentMail(mail: MailRecord): MailDto {
  return {
    id: mail.id,
    template: isTemplate(mail.kind) ? mail.kind : 'reminder',
    state: mail.state,
    at: iso(mail.at),
    sentAt: mail.sentAt === null ? null : iso(mail.sentAt),
    by: mail.by ?? '',
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    problem: mail.problem,
    error: mail.said,
  };
}

/** All that the order page shows of the contact with the buyer. */
export async function presentContact(
  { storage, mail }: Deps,
  order: OrderRecord,
): Promise<ContactDto> {
  const { shop, id } = order;
  const { read } = storage;
  const settings = await read.shops.settings(shop);
  const contact = (await read.contacts.load(shop, id)) ?? newContact(id);
  const calls = await read.contacts.callsOf(shop, id);
  const mails = await read.mails.ofOrder(shop, id);
  const openCase = await read.cases.openCase(shop, id);
  const canSend = canSendMail(settings, mail);
  const sendByItself = canSend ? settings.contact.sendByItself : [];
  const since = openCase?.openedAt ?? order.firstSeenAt;
  const waits = openCase !== null && isUndecided(order) && !isOver(order);
  const number = numberOf(order);
  const canCall = calls.length === 0 && number !== null;
  const next = waits ? nextStep(contact, { sendByItself, since, canCall }) : null;
  return {
    stage: contact.stage,
    next: presentNext(next ?? thanksNext(order, contact)),
    replyBy: contact.replyBy,
    answer: contact.answer && { ...contact.answer, at: iso(contact.answer.at) },
    calls: calls.map(({ at, by, result, number, note }) => ({
      ...{ by, result, number, note },
      at: iso(at),
    })),
    mails: mails.map(presentMail),
    number,
    canSend,
    silence: await silenceOf(read, order, contact),
    idSeen: contact.idSeen && { by: contact.idSeen.by, at: iso(contact.idSeen.at) },
  };
}

async function silenceOf(
  tables: Tables,
  order: OrderRecord,
  contact: ContactRecord,
): Promise<ContactDto['silence']> {
  if (contact.stage !== 'decide') return null;
  if (contact.noAnswer != null) return 'confirmed';
  return (await whyNotCancel(tables, order, contact)) === 'asks' ? 'ask' : null;
}

/** Whoever confirmed and whose parcel may go is thanked. */
function thanksNext(order: OrderRecord, { answer, thankedAt }: ContactRecord) {
  const state = stateOf(order);
  if (answer?.answer !== 'ordered' || thankedAt !== null) return null;
  if (state !== 'approved' && state !== 'released') return null;
  return { do: 'thanks', at: answer.at, byItself: false } as const;
}

const presentNext = (next: ReturnType<typeof nextStep>): ContactDto['next'] =>
  next && { ...next, at: iso(next.at) };

/** The buyer's own first; of a parcel for somebody else, the other's last. */
export function numberOf({ facts }: OrderRecord): string | null {
  return facts.phone || facts.billing?.phone || facts.shipping?.phone || null;
}
