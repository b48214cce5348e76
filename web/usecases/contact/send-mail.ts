import type { MailState } from '../../contract/contact.ts';
import type { Deps } from '../deps.ts';
import type { MailKind, MailOutcome, MailRecord } from '../ports/mail-port.ts';
import { MailFault } from '../ports/mail-port.ts';
import type { Tables, Task, TaskPriority } from '../ports/storage-port.ts';
import { senderOf } from './mail-sender.ts';

/** A mail to one address. */
export interface NewMail {
  /** Unique; also makes its Message-ID. */
  readonly id: string;
  readonly shop: string;
  /** null: to staff. */
  readonly orderId: string | null;
  readonly kind: MailKind;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Who sends it; null: it goes out by itself. */
  readonly by: { readonly id: string; readonly name: string } | null;
}

/** Mails leave one after another: a server that hangs keeps one hand of the shop busy, not all. */
const lane = 'mail';

/** Written with its task in the caller's transaction; the caller wakes the shop. Answers the mail's id. */
export async function enqueueMail(tx: Tables, mail: NewMail, now: number): Promise<string> {
  await tx.mails.insert(recordOf(mail, 'waiting', now));
  await enqueueSending(tx, mail.shop, mail.id, mail.by === null ? 'background' : 'staff', now);
  return mail.id;
}

/** A text that somebody took into another program: kept, never sent from here. */
export async function recordTakenMail(tx: Tables, mail: NewMail, now: number): Promise<string> {
  await tx.mails.insert({ ...recordOf(mail, 'taken', now), sentAt: now });
  return mail.id;
}

export const enqueueSending = (
  tx: Tables,
  shop: string,
  id: string,
  priority: TaskPriority,
  now: number,
): Promise<void> =>
  tx.tasks.enqueue(shop, { kind: 'send-mail', key: id, subject: lane, priority, runAt: now }, now);

/** The buyer has answered: what waits in the outbox (a server that was away) must not go out any more. */
export async function stopWaitingMails(tx: Tables, shop: string, orderId: string): Promise<number> {
  let stopped = 0;
  for (const mail of await tx.mails.ofOrder(shop, orderId)) {
    const change = { problem: 'stopped', said: null } as const;
    const isStopped = await tx.mails.move(shop, mail.id, ['waiting'], {
      ...change,
      state: 'failed',
    });
    if (isStopped) stopped += 1;
    // On its way just now: what has not left by then is not tried again.
    else await tx.mails.move(shop, mail.id, ['sending'], change);
  }
  return stopped;
}

function recordOf(mail: NewMail, state: MailState, now: number): MailRecord {
  const { id, shop, orderId, kind, to, subject, text, by } = mail;
  return {
    ...{ id, shop, orderId, kind, to, subject, text, state },
    messageId: `<${id}@${shop}>`,
    at: now,
    sentAt: null,
    by: by?.name ?? null,
    byId: by?.id ?? null,
    problem: null,
    said: null,
  };
}

/**
 * One attempt. 'sending' is committed before the message's first byte leaves: where the process dies
 * after that, the next one finds the row so and cannot know whether the mail arrived. It is never sent
 * again by itself. One that died before, while it connected, leaves nothing in doubt.
 */
export async function sendMail(deps: Deps, { shop, key }: Task): Promise<void> {
  const mail = await deps.storage.read.mails.load(shop, key);
  if (mail === null) return;
  if (mail.state === 'sending') {
    return end(deps, mail, { kind: 'unknown', problem: 'killed', said: null });
  }
  if (mail.state !== 'waiting') return;
  const sender = await senderOf(deps, shop);
  if (sender === null) {
    return end(deps, mail, { kind: 'refused', problem: 'not-set-up', said: null });
  }
  const leaving = () =>
    deps.storage.write((tx) => tx.mails.move(shop, mail.id, ['waiting'], { state: 'sending' }));
  const { messageId, to, subject, text, at: date } = mail;
  const { server, from, bounce, replyTo } = sender;
  const outcome = await deps.mail.send(
    server,
    { messageId, from, bounce, replyTo, to, subject, text, date },
    leaving,
  );
  await end(deps, mail, outcome);
}

/** Half an hour has not brought it out: people are told, and decide. */
export async function giveUpMail(deps: Deps, { shop, key }: Task): Promise<void> {
  const mail = await deps.storage.read.mails.load(shop, key);
  if (mail === null || mail.state !== 'waiting') return;
  const problem = mail.problem ?? 'connection';
  await end(deps, mail, { kind: 'refused', problem, said: mail.said });
}

async function end(deps: Deps, mail: MailRecord, outcome: MailOutcome): Promise<void> {
  const state = await deps.storage.write((tx) => settle(tx, mail, outcome, deps.now()));
  if (state === 'waiting' && outcome.kind === 'failed') throw new MailFault(outcome.problem);
}

/** What the mail is now; a state that it left meanwhile is not written over. */
async function settle(
  tx: Tables,
  { shop, id, orderId, kind }: MailRecord,
  outcome: MailOutcome,
  now: number,
): Promise<MailState | null> {
  const wasStopped = (await tx.mails.load(shop, id))?.problem === 'stopped';
  const comesAgain = outcome.kind === 'failed' && !wasStopped;
  const state = comesAgain ? ('waiting' as const) : stateAfter[outcome.kind];
  const isSent = outcome.kind === 'sent';
  const problem = isSent ? null : wasStopped && state === 'failed' ? 'stopped' : outcome.problem;
  // 'unknown' too: another process took it for dead while it was still sending.
  const from: MailState[] = isSent ? ['sending', 'unknown'] : ['waiting', 'sending'];
  const change = { state, sentAt: isSent ? now : null, problem, said: outcome.said };
  if (!(await tx.mails.move(shop, id, from, change))) return null;
  if (state === 'waiting') return state;
  await tx.audit.add(shop, {
    orderId,
    at: now,
    byKind: 'app',
    byId: null,
    byName: null,
    what: auditOf[state],
    details: { template: kind, ...(problem === null ? {} : { problem }) },
  });
  return state;
}

const auditOf = {
  sent: 'mail-sent',
  failed: 'mail-failed',
  unknown: 'mail-unknown',
} as const;

const stateAfter = {
  sent: 'sent',
  refused: 'failed',
  failed: 'failed',
  unknown: 'unknown',
} as const satisfies Record<MailOutcome['kind'], MailState>;
