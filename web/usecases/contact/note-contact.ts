import { cancelUnanswered, stopAutomaticCancel } from '../automation/cancel-unanswered.ts';
import type { Deps } from '../deps.ts';
import type { ContactRecord } from '../ports/contact-port.ts';
import type { AuditEntry, OrderRecord, Tables } from '../ports/storage-port.ts';
import { touchCase } from '../queue/touch-case.ts';
import { followAnswer } from './answer-effects.ts';
import { type ContactEvent, newContact, type Step, stepContact } from './contact-flow.ts';
import { replyDaysOf } from './reply-days.ts';
import { stopWaitingMails } from './send-mail.ts';

/** Who did it; null: the app by itself, or the buyer. */
export type Actor = { readonly id: string; readonly name: string } | null;

/** What an answer needs beside the tables: ids for what it makes. */
export type ContactDeps = Pick<Deps, 'newId' | 'now'>;

/**
 * Something happened between the shop and the buyer: steps the flow, keeps it, writes it down, plans
 * the next step and refreshes the queue, all in the caller's transaction. An answer also has its
 * consequences: the checks that score, protection for somebody who did not order, release where the
 * shop lets it. The caller wakes the shop.
 */
export async function noteContact(
  tx: Tables,
  deps: ContactDeps,
  order: OrderRecord,
  event: ContactEvent,
  now: number,
  actor: Actor = null,
): Promise<Step> {
  const { shop, id } = order;
  const before = (await tx.contacts.load(shop, id)) ?? newContact(id);
  const settings = await tx.shops.settings(shop);
  const timeZone = (await tx.shops.find(shop))?.info?.timezone ?? 'Asia/Tokyo';
  const days = replyDaysOf(settings.deadlines, timeZone);
  const step = stepContact(before, event, { now, settings: settings.contact, days });
  const { contact } = step;
  await tx.contacts.save(shop, contact);
  await planStep(tx, order, contact, now);
  await writeDown(tx, order, { event, before, contact, actor, now });
  if (event.kind === 'answered') {
    await stopAutomaticCancel(tx, order, 'answered', now);
    await stopWaitingMails(tx, shop, id);
    await followAnswer(tx, deps, order, { ...event, at: now }, actor);
  }
  if (contact.stage === 'decide' && before.stage !== 'decide') {
    await cancelUnanswered(tx, deps, order);
  }
  await touchCase(tx, shop, id, now);
  return step;
}

/** A task that stood for an earlier date looks at the contact and comes again. */
async function planStep(
  tx: Tables,
  { shop, id }: OrderRecord,
  { nextAt }: ContactRecord,
  now: number,
): Promise<void> {
  if (nextAt === null) return tx.tasks.cancel(shop, 'contact-step', id);
  if (nextAt <= now) return;
  await tx.tasks.enqueue(
    shop,
    { kind: 'contact-step', key: id, subject: id, priority: 'order', runAt: nextAt },
    now,
  );
}

interface Written {
  readonly event: ContactEvent;
  readonly before: ContactRecord;
  readonly contact: ContactRecord;
  readonly actor: Actor;
  readonly now: number;
}

async function writeDown(tx: Tables, order: OrderRecord, written: Written): Promise<void> {
  const line = lineOf(written);
  if (line === null) return;
  const { actor, now } = written;
  await tx.audit.add(order.shop, {
    orderId: order.id,
    at: now,
    byKind: actor === null ? (written.event.kind === 'answered' ? 'buyer' : 'app') : 'staff',
    byId: actor?.id ?? null,
    byName: actor?.name ?? null,
    ...line,
  });
}

function lineOf({ event, before, contact }: Written): Pick<AuditEntry, 'what' | 'details'> | null {
  switch (event.kind) {
    case 'called':
      return { what: `contact-called-${event.result}`, details: noted(event) };
    case 'mailed':
      return { what: `contact-mailed-${event.template}`, details: {} };
    case 'answered':
      return {
        what: `contact-answered-${event.answer}`,
        details: { via: event.via, ...noted(event) },
      };
    case 'due':
      // Once, when the last date has passed; that a step is due shows in the queue.
      return contact.stage === before.stage ? null : { what: 'contact-unanswered', details: {} };
    case 'decided':
      return null;
  }
}

const noted = ({ note }: { readonly note?: string | undefined }) => (note ? { note } : {});
