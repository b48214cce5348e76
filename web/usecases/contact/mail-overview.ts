import type { MailsAnswer } from '../../contract/mails.ts';
import type { Deps } from '../deps.ts';
import type { MailRecord } from '../ports/mail-port.ts';
import { canSendMail } from './mail-sender.ts';

const twoWeeks = 14 * 86_400_000;
const most = 20;

/** Whether mails go out at all, and which of them need somebody's eyes. */
export async function mailOverview(deps: Deps, shop: string): Promise<MailsAnswer> {
  const { shops, mails, orders } = deps.storage.read;
  const settings = await shops.settings(shop);
  const found = await mails.inStates(shop, ['failed', 'unknown', 'waiting'], 5 * most);
  const troubled = found.filter((mail) => needsEyes(mail, deps.now())).slice(0, most);
  const { standard } = deps.mail;
  return {
    canSend: canSendMail(settings, deps.mail),
    standard: standard === null ? null : { from: standard.from },
    troubled: await Promise.all(
      troubled.map(async ({ id, orderId, kind, state, problem, said, at, to, subject }) => {
        const order = orderId === null ? null : await orders.load(shop, orderId);
        return {
          ...{ id, kind, state, problem, to, subject },
          order: order === null ? null : { id: order.id, name: order.snapshot.name },
          error: said,
          at: new Date(at).toISOString(),
        };
      }),
    ),
  };
}

/** A mail that waits for its first try is as it should be; one that was stopped was meant to be. */
const needsEyes = ({ at, problem }: MailRecord, now: number) =>
  problem !== null && problem !== 'stopped' && at > now - twoWeeks;
