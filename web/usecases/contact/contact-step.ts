import type { MailState } from '../../contract/contact.ts';
import type { Deps } from '../deps.ts';
import { isOver } from '../judging/order-state.ts';
import type { ContactRecord } from '../ports/contact-port.ts';
import type { OrderRecord, Tables, Task } from '../ports/storage-port.ts';
import type { RunAgain } from '../task-handlers.ts';
import { noteContact } from './note-contact.ts';
import { readLetter } from './read-letter.ts';
import { canSend, keepLetter } from './send-letter.ts';

/** A mail that is still on its way, or of which a person has yet to say whether it arrived. */
const lookAgainMs = 3_600_000;

/** `nextAt` of an order's contact has come. Running it twice sends nothing twice. */
export async function contactStep(deps: Deps, { shop, key: id }: Task): Promise<RunAgain> {
  const order = await deps.storage.read.orders.load(shop, id);
  const contact = await deps.storage.read.contacts.load(shop, id);
  if (order === null || contact?.nextAt == null) return undefined;
  const now = deps.now();
  if (contact.nextAt > now) return { runAt: contact.nextAt };
  if (!(await isWaiting(deps, order))) return undefined;
  const arrived = await hasArrived(deps.storage.read, order, contact);
  const { send } = await deps.storage.write((tx) =>
    noteContact(tx, deps, order, { kind: 'due', arrived }, now),
  );
  if (send !== null) await sendByItself(deps, order, contact, send);
  return arrived ? undefined : { runAt: now + lookAgainMs };
}

async function isWaiting({ storage }: Deps, order: OrderRecord): Promise<boolean> {
  if (isOver(order) || order.cancelling) return false;
  return (await storage.read.cases.openCase(order.shop, order.id)) !== null;
}

const gone: ReadonlySet<MailState> = new Set(['sent', 'taken']);

/** The last letter that awaits an answer has left for certain. */
async function hasArrived(
  { mails }: Tables,
  { shop, id }: OrderRecord,
  { asked }: ContactRecord,
): Promise<boolean> {
  const letters = await mails.ofOrder(shop, id);
  const last = letters.find(({ at, kind }) => at >= (asked?.at ?? 0) && kind !== 'thanks');
  return last !== undefined && gone.has(last.state);
}

/** In the name of whoever wrote the first letter. What lacks a value waits for a person instead. */
async function sendByItself(
  deps: Deps,
  order: OrderRecord,
  { asked }: ContactRecord,
  template: 'reminder' | 'last-notice',
): Promise<void> {
  if (!(await canSend(deps, order.shop))) return;
  const letters = await deps.storage.read.mails.ofOrder(order.shop, order.id);
  const first = letters.find(({ at }) => at === asked?.at);
  const letter = await readLetter(deps, order, { template, staffName: first?.by ?? null });
  if (letter.to === null || letter.empty.length + letter.unknown.length > 0) return;
  await keepLetter(deps, order, letter, { way: 'smtp', actor: null });
}
