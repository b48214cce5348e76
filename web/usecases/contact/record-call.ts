import type { AnswerBody, CallBody, IdSeenBody } from '../../contract/contact.ts';
import type { OrderDetail } from '../../contract/orders.ts';
import type { Deps } from '../deps.ts';
import { getOrder } from '../pages/orders-queries.ts';
import type { OrderRecord, Tables } from '../ports/storage-port.ts';
import { touchCase } from '../queue/touch-case.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { judgeWith } from './answer-effects.ts';
import { newContact } from './contact-flow.ts';
import { type Actor, noteContact } from './note-contact.ts';
import { findingsOfCall } from './staff-findings.ts';

type Staff = NonNullable<Actor>;

/** What a person does with the order in one transaction; then the page as it stands. */
async function onOrder(
  deps: Deps,
  caller: Caller,
  orderId: string,
  work: (tx: Tables, order: OrderRecord, staff: Staff) => Promise<void>,
): Promise<Answer<OrderDetail>> {
  const { userId, name } = caller.staff;
  const found = await deps.storage.write(async (tx) => {
    const order = await tx.orders.lock(caller.shop, orderId);
    if (order === null) return false;
    await work(tx, order, { id: userId, name: name ?? userId });
    return true;
  });
  if (!found) return { ok: false, code: 'not_found' };
  deps.wake(caller.shop);
  return getOrder(deps, caller, orderId);
}

/** A call is logged, enters the score, and is an answer where the buyer gave one. */
export const recordCall = (deps: Deps, caller: Caller, orderId: string, body: CallBody) =>
  onOrder(deps, caller, orderId, async (tx, order, staff) => {
    const { result, number, note } = body;
    const { shop } = order;
    const at = deps.now();
    const earlier = await tx.contacts.callsOf(shop, orderId);
    const call = { orderId, at, byId: staff.id, by: staff.name, result, number };
    await tx.contacts.addCall(shop, { ...call, note: note || null });
    const judged = await judgeWith(tx, order, findingsOfCall(call, earlier), at);
    await noteContact(tx, deps, judged, { kind: 'called', result, note }, at, staff);
    const answer = answerOfCall(result);
    if (answer === null) return;
    const said = { kind: 'answered', answer, via: 'staff', by: staff.name } as const;
    await noteContact(tx, deps, judged, said, at, staff);
  });

function answerOfCall(result: CallBody['result']): 'ordered' | 'not-ordered' | null {
  if (result === 'confirmed') return 'ordered';
  return result === 'denied' ? 'not-ordered' : null;
}

/** What the buyer wrote or said elsewhere: by mail, in the shop, on a voicemail. */
export const recordAnswer = (
  deps: Deps,
  caller: Caller,
  orderId: string,
  { answer, note }: AnswerBody,
) =>
  onOrder(deps, caller, orderId, async (tx, order, staff) => {
    const said = { kind: 'answered', answer, via: 'staff', by: staff.name, note } as const;
    await noteContact(tx, deps, order, said, deps.now(), staff);
  });

/** "ID seen": by whom and when; nothing of the document itself. `seen: false` takes it back. */
export const recordIdSeen = (deps: Deps, caller: Caller, orderId: string, { seen }: IdSeenBody) =>
  onOrder(deps, caller, orderId, async (tx, order, staff) => {
    const { shop } = order;
    const at = deps.now();
    const said = { kind: 'answered', answer: 'ordered', via: 'staff', by: staff.name } as const;
    if (seen) await noteContact(tx, deps, order, said, at, staff);
    else await judgeWith(tx, order, { 'staff-identity-confirmed': 'unknown' }, at);
    const contact = (await tx.contacts.load(shop, orderId)) ?? newContact(orderId);
    const idSeen = seen ? { by: staff.name, at } : null;
    await tx.contacts.save(shop, { ...contact, idSeen });
    await tx.audit.add(shop, {
      ...{ orderId, at, byKind: 'staff', byId: staff.id, byName: staff.name },
      what: seen ? 'id-seen' : 'id-seen-undone',
      details: {},
    });
    await touchCase(tx, shop, orderId, at);
  });
