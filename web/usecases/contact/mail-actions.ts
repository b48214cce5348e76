import type { MailState } from '../../contract/contact.ts';
import type {
  BouncedBody,
  MailsAnswer,
  MailTestAnswer,
  MailTestBody,
} from '../../contract/mails.ts';
import { mayDo } from '../actions/permissions.ts';
import type { Deps } from '../deps.ts';
import type { MailChange, MailRecord } from '../ports/mail-port.ts';
import type { Tables } from '../ports/storage-port.ts';
import { mailFaults } from '../settings/mail-faults.ts';
import { secretFaults } from '../settings/settings-secrets.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { mailOverview } from './mail-overview.ts';
import { senderFrom } from './mail-sender.ts';
import { enqueueSending } from './send-mail.ts';
import { testMail } from './test-mail-text.ts';

/** What staff do with a mail of the outbox, and how they try a mail server. */
export interface MailUseCases {
  overview(caller: Caller): Promise<MailsAnswer>;
  /** With the same Message-ID. Refused where it was sent; one that waits goes out at once. */
  again(caller: Caller, id: string): Promise<Answer<MailRecord>>;
  /** A person knows that the mail of unknown fate did arrive. */
  arrived(caller: Caller, id: string): Promise<Answer<MailRecord>>;
  /** It came back; we have no mailbox to read that from. */
  bounced(caller: Caller, id: string, body: BouncedBody): Promise<Answer<MailRecord>>;
  /** Through settings that need not be saved. */
  test(caller: Caller, body: MailTestBody): Promise<Answer<MailTestAnswer>>;
}

export const createMailUseCases = (deps: Deps): MailUseCases => ({
  overview: ({ shop }) => mailOverview(deps, shop),
  again: (caller, id) =>
    change(deps, caller, id, {
      from: ['failed', 'unknown', 'bounced', 'waiting'],
      to: { state: 'waiting', problem: null, said: null },
      what: 'mail-again',
      also: (tx) => enqueueSending(tx, caller.shop, id, 'staff', deps.now()),
    }),
  arrived: (caller, id) =>
    change(deps, caller, id, {
      from: ['unknown'],
      to: { state: 'sent', sentAt: deps.now(), problem: null, said: null },
      what: 'mail-arrived',
    }),
  bounced: (caller, id, { note }) =>
    change(deps, caller, id, {
      from: ['sent', 'unknown'],
      to: { state: 'bounced', said: note ?? null },
      what: 'mail-bounced',
    }),
  test: (caller, body) => tryServer(deps, caller, body),
});

interface Change {
  readonly from: readonly MailState[];
  readonly to: MailChange;
  readonly what: 'mail-again' | 'mail-arrived' | 'mail-bounced';
  also?(tx: Tables): Promise<void>;
}

/** The same request again finds the mail as it wants it, and changes nothing. */
async function change(
  deps: Deps,
  { shop, staff }: Caller,
  id: string,
  { from, to, what, also }: Change,
): Promise<Answer<MailRecord>> {
  const answer = await deps.storage.write(async (tx): Promise<Answer<MailRecord>> => {
    const mail = await tx.mails.load(shop, id);
    if (mail === null) return { ok: false, code: 'not_found' };
    if (mail.state === to.state && what !== 'mail-again') return { ok: true, value: mail };
    if (what === 'mail-again' && mail.state === 'sending') return { ok: true, value: mail };
    if (!(await tx.mails.move(shop, id, from, to))) return { ok: false, code: 'mail_sent_already' };
    await also?.(tx);
    await tx.audit.add(shop, {
      orderId: mail.orderId,
      at: deps.now(),
      byKind: 'staff',
      byId: staff.userId,
      byName: staff.name ?? staff.userId,
      what,
      details: {
        template: mail.kind,
        before: mail.state,
        ...(typeof to.said === 'string' ? { note: to.said } : {}),
      },
    });
    return { ok: true, value: { ...mail, ...to } };
  });
  if (answer.ok) deps.wake(shop);
  return answer;
}

async function tryServer(
  deps: Deps,
  caller: Caller,
  { to, mail }: MailTestBody,
): Promise<Answer<MailTestAnswer>> {
  const { shops, secrets } = deps.storage.read;
  const stored = await shops.settings(caller.shop);
  if (!mayDo('settings', caller.staff, stored)) return { ok: false, code: 'not_allowed' };
  const wanted = { ...stored, mail };
  const fields = { ...mailFaults(wanted), ...secretFaults(wanted, stored) };
  if (Object.keys(fields).length > 0) return { ok: false, code: 'invalid', fields };
  const password = 'value' in mail.password ? mail.password.value : null;
  const record = await shops.find(caller.shop);
  const sender = senderFrom(mail, {
    port: deps.mail,
    password:
      password ?? (mail.password.set ? await secrets.get(caller.shop, 'mail.password') : null),
    shopName: stored.contact.signature.shop || record?.info?.name || '',
  });
  if (sender === null) {
    return { ok: true, value: { sent: false, problem: 'not-set-up', said: null } };
  }
  const { server, from, bounce, replyTo } = sender;
  const messageId = `<${deps.newId()}@${caller.shop}>`;
  const outcome = await deps.mail.send(
    server,
    { from, bounce, replyTo, to, messageId, date: deps.now(), ...testMail[caller.locale] },
    async () => true,
  );
  const problem = outcome.kind === 'sent' ? null : outcome.problem;
  return { ok: true, value: { sent: outcome.kind === 'sent', problem, said: outcome.said } };
}
