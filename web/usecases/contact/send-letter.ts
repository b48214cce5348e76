import type {
  ContactBody,
  ContactSent,
  contactWays,
  MailPreview,
  TemplateId,
} from '../../contract/contact.ts';
import type { Locale } from '../../contract/level.ts';
import type { Deps } from '../deps.ts';
import type { MailRecord } from '../ports/mail-port.ts';
import type { OrderRecord, Tables } from '../ports/storage-port.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { presentContact, presentMail } from './contact-dto.ts';
import { newContact } from './contact-flow.ts';
import { canSendMail } from './mail-sender.ts';
import { refuseLetter } from './may-send.ts';
import { type Actor, noteContact } from './note-contact.ts';
import { type Letter, readLetter } from './read-letter.ts';
import { enqueueMail, recordTakenMail } from './send-mail.ts';

type Way = (typeof contactWays)[number];

/** The same letter again within this time is the same click. */
const sameClickMs = 60_000;

export async function previewLetter(
  deps: Deps,
  caller: Caller,
  orderId: string,
  { template, language }: { template: TemplateId; language?: Locale | undefined },
): Promise<Answer<MailPreview>> {
  const order = await deps.storage.read.orders.load(caller.shop, orderId);
  if (order === null) return { ok: false, code: 'not_found' };
  const staffName = caller.staff.name;
  const letter = await readLetter(deps, order, { template, language, staffName });
  const way = (await canSend(deps, caller.shop)) ? 'smtp' : 'copy';
  return { ok: true, value: { ...letter, empty: [...letter.empty], way } };
}

/**
 * A letter goes to the outbox, or is noted as taken into another program; the flow steps. A field
 * without a value, or an order without an address, is refused: half a letter is worse than none.
 */
export async function sendLetter(
  deps: Deps,
  caller: Caller,
  orderId: string,
  { template, way, language, mail }: ContactBody,
): Promise<Answer<ContactSent & { created: boolean }>> {
  const { shop, staff } = caller;
  const order = await deps.storage.read.orders.load(shop, orderId);
  if (order === null) return { ok: false, code: 'not_found' };
  const settings = await deps.storage.read.shops.settings(shop);
  const canSendHere = canSendMail(settings, deps.mail);
  const taken: Way = way ?? (canSendHere ? 'smtp' : 'copy');
  if (taken === 'smtp' && !canSendHere) return invalid({ way: 'no_mail_server' });
  const contact = (await deps.storage.read.contacts.load(shop, orderId)) ?? newContact(orderId);
  const refused = refuseLetter(order, contact, template, settings.contact);
  if (refused !== null) return refused;
  const read = await readLetter(deps, order, { template, language, staffName: staff.name });
  // What a person has read and changed goes out as it stands: nothing in it is a field any more.
  const letter = mail === undefined ? read : { ...read, ...mail, empty: [], unknown: [] };
  const faults = faultsOf(letter);
  if (Object.keys(faults).length > 0) return invalid(faults);
  const actor = { id: staff.userId, name: staff.name ?? staff.userId };
  const sent = await keepLetter(deps, order, letter, { way: taken, actor });
  deps.wake(shop);
  const value = { mail: presentMail(sent.mail), contact: await presentContact(deps, order) };
  return { ok: true, value: { ...value, created: sent.created } };
}

const invalid = (fields: Record<string, string>) =>
  ({ ok: false, code: 'invalid', fields }) as const;

function faultsOf({ to, empty, unknown }: Letter): Record<string, string> {
  return Object.fromEntries([
    ...(to === null ? [['to', 'empty']] : []),
    ...empty.map((id) => [`fields.${id}`, 'empty']),
    ...unknown.map((name) => [`fields.${name}`, 'unknown_field']),
  ]);
}

export const canSend = async ({ storage, mail }: Deps, shop: string): Promise<boolean> =>
  canSendMail(await storage.read.shops.settings(shop), mail);

/** In one transaction: the mail, its task, the step of the flow. */
export async function keepLetter(
  deps: Deps,
  order: OrderRecord,
  letter: Letter,
  { way, actor }: { way: Way; actor: Actor },
): Promise<{ mail: MailRecord; created: boolean }> {
  const { shop, id: orderId } = order;
  const { template, to, subject, text } = letter;
  const now = deps.now();
  return deps.storage.write(async (tx) => {
    const current = (await tx.orders.lock(shop, orderId)) ?? order;
    const same = await sameLetter(tx, order, letter, now);
    if (same !== null) return { mail: same, created: false };
    const id = deps.newId();
    const row = { id, shop, orderId, kind: template, to: to ?? '', subject, text, by: actor };
    await (way === 'smtp' ? enqueueMail(tx, row, now) : recordTakenMail(tx, row, now));
    await noteContact(tx, deps, current, { kind: 'mailed', template }, now, actor);
    const mail = await tx.mails.load(shop, id);
    if (mail === null) throw new Error('a mail was written, but is not there');
    return { mail, created: true };
  });
}

/** Two clicks, or two people at once: one letter. One that failed may be written again at once. */
async function sameLetter(
  tx: Tables,
  { shop, id }: OrderRecord,
  { template, subject, text }: Letter,
  now: number,
): Promise<MailRecord | null> {
  const [last] = await tx.mails.ofOrder(shop, id);
  const isSame =
    last !== undefined &&
    last.kind === template &&
    last.subject === subject &&
    last.text === text &&
    now - last.at < sameClickMs &&
    last.state !== 'failed' &&
    last.state !== 'bounced';
  return isSame ? last : null;
}
