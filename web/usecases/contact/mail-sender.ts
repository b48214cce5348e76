import type { Settings } from '../../contract/settings.ts';
import type { Deps } from '../deps.ts';
import type { MailPort, MailServer } from '../ports/mail-port.ts';

/** Through which server a shop's mails go, and as whom. */
export interface MailSender {
  readonly server: MailServer;
  readonly from: { readonly name: string; readonly address: string };
  readonly bounce: string;
  readonly replyTo: string | null;
}

type MailSettings = Settings['mail'];

/** Mails can be sent from here: the shop has a server, or whoever runs the app gave it one. */
export const canSendMail = ({ mail }: Settings, port: MailPort): boolean =>
  (mail.host !== '' && addressOf(mail) !== null) ||
  (mail.host === '' && standardFrom(mail, port) !== null);

/** null: not set up. */
export async function senderOf(deps: Deps, shop: string): Promise<MailSender | null> {
  const { shops, secrets } = deps.storage.read;
  const settings = await shops.settings(shop);
  const record = await shops.find(shop);
  const shopName = settings.contact.signature.shop || record?.info?.name || '';
  const password = settings.mail.password.set ? await secrets.get(shop, 'mail.password') : null;
  return senderFrom(settings.mail, { port: deps.mail, password, shopName });
}

/** The same of settings that need not be saved. */
export function senderFrom(
  mail: MailSettings,
  given: { port: MailPort; password: string | null; shopName: string },
): MailSender | null {
  const name = mail.fromName || given.shopName;
  if (mail.host === '') return throughStandard(mail, given.port, name);
  const address = addressOf(mail);
  if (address === null) return null;
  const { host, port, security, user } = mail;
  return {
    server: { host, port, security, user, password: given.password, trusted: false },
    from: { name, address },
    bounce: mail.bounce || address,
    replyTo: mail.replyTo || null,
  };
}

const addressOf = ({ from, user }: MailSettings): string | null =>
  from || (user.includes('@') ? user : null);

/**
 * As the address that the standard server sends for; the shop is named, and answers go to it. A shop's
 * own address is used only where none was named: it would be another's server that speaks for it.
 */
function throughStandard(mail: MailSettings, port: MailPort, name: string): MailSender | null {
  const address = standardFrom(mail, port);
  if (port.standard === null || address === null) return null;
  return {
    server: port.standard.server,
    from: { name, address },
    bounce: mail.bounce || address,
    replyTo: mail.replyTo || mail.from || null,
  };
}

const standardFrom = (mail: MailSettings, { standard }: MailPort): string | null =>
  standard === null ? null : (standard.from ?? (mail.from || standard.lastResort));
