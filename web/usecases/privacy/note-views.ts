import type { Answer, Caller, UseCases } from '../use-cases.ts';
import type { AccessLog } from './access-log.ts';

type Part<K extends keyof UseCases> = Pick<UseCases, K>;
type Order = <T>(caller: Caller, orderId: string, answer: Promise<Answer<T>>) => Promise<Answer<T>>;

/**
 * The same use cases, and whoever got buyers' personal data from them is noted. What is refused shows
 * nothing, and is not noted; nor is a list without a line. Lists of many are one thing: that somebody looked, not at whom.
 */
export function noteViews(useCases: UseCases, access: AccessLog): UseCases {
  const order: Order = async (caller, orderId, answered) => {
    const answer = await answered;
    if (answer.ok) access.note(caller, 'order', orderId);
    return answer;
  };
  return {
    ...useCases,
    ...ofOrders(useCases, order),
    ...ofLists(useCases, access, order),
    queue: queueOf(useCases, access, order),
    contact: contactOf(useCases, order),
    mails: {
      ...useCases.mails,
      async overview(caller) {
        const answer = await useCases.mails.overview(caller);
        if (answer.troubled.length > 0) access.note(caller, 'mails');
        return answer;
      },
    },
    async listOrders(caller, query) {
      const answer = await useCases.listOrders(caller, query);
      if (answer.ok && answer.value.orders.length > 0) access.note(caller, 'orders');
      return answer;
    },
    async audit(caller, query) {
      const answer = await useCases.audit(caller, query);
      if (answer.ok) access.note(caller, 'audit');
      return answer;
    },
    async exportAudit(caller, filter) {
      const answer = await useCases.exportAudit(caller, filter);
      if (answer.ok) access.note(caller, 'audit-export');
      return answer;
    },
  };
}

function ofOrders(
  useCases: UseCases,
  order: Order,
): Part<'getOrder' | 'recordStaffCheck' | 'recordOutcome' | 'undoAction' | 'takeAction'> {
  return {
    getOrder: (caller, id) => order(caller, id, useCases.getOrder(caller, id)),
    recordStaffCheck: (caller, id, check) =>
      order(caller, id, useCases.recordStaffCheck(caller, id, check)),
    recordOutcome: (caller, id, body) =>
      order(caller, id, useCases.recordOutcome(caller, id, body)),
    takeAction: (caller, id, kind, body) =>
      order(caller, id, useCases.takeAction(caller, id, kind, body)),
    undoAction: (caller, id, action) => order(caller, id, useCases.undoAction(caller, id, action)),
  };
}

function ofLists(
  { lists, imports }: UseCases,
  access: AccessLog,
  order: Order,
): Part<'lists' | 'imports'> {
  return {
    lists: {
      ...lists,
      async find(caller, query) {
        const answer = await lists.find(caller, query);
        if (answer.ok && answer.value.entries.length > 0) access.note(caller, 'lists');
        return answer;
      },
      propose: (caller, id) => order(caller, id, lists.propose(caller, id)),
      async returns(caller, file, query) {
        const answer = await lists.returns(caller, file, query);
        if (answer.ok) access.note(caller, 'returns');
        return answer;
      },
      async export(caller, kinds) {
        const answer = await lists.export(caller, kinds);
        if (answer.ok) access.note(caller, 'lists-export', (kinds ?? []).join(','));
        return answer;
      },
    },
    imports: {
      ...imports,
      async load(caller, id) {
        const answer = await imports.load(caller, id);
        if (answer.ok) access.note(caller, 'import', id);
        return answer;
      },
    },
  };
}

function queueOf({ queue }: UseCases, access: AccessLog, order: Order): UseCases['queue'] {
  return {
    ...queue,
    async list(caller, query) {
      const answer = await queue.list(caller, query);
      if (answer.ok && answer.value.rows.length > 0) access.note(caller, 'queue');
      return answer;
    },
    note: (caller, id, text) => order(caller, id, queue.note(caller, id, text)),
    snooze: (caller, id, body) => order(caller, id, queue.snooze(caller, id, body)),
    endSnooze: (caller, id, snooze) => order(caller, id, queue.endSnooze(caller, id, snooze)),
  };
}

function contactOf({ contact }: UseCases, order: Order): UseCases['contact'] {
  return {
    ...contact,
    contact: (caller, id) => order(caller, id, contact.contact(caller, id)),
    preview: (caller, id, query) => order(caller, id, contact.preview(caller, id, query)),
    send: (caller, id, body) => order(caller, id, contact.send(caller, id, body)),
    call: (caller, id, body) => order(caller, id, contact.call(caller, id, body)),
    answer: (caller, id, body) => order(caller, id, contact.answer(caller, id, body)),
    idSeen: (caller, id, body) => order(caller, id, contact.idSeen(caller, id, body)),
    async previewTemplate(caller, body) {
      const answered = contact.previewTemplate(caller, body);
      return body.orderId === undefined ? answered : order(caller, body.orderId, answered);
    },
  };
}
