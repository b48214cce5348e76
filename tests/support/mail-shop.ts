import { defaultSettings } from '../../web/contract/default-settings.ts';
import type { Settings } from '../../web/contract/settings.ts';
import { enqueueMail, type NewMail } from '../../web/usecases/contact/send-mail.ts';
import type { MailRecord } from '../../web/usecases/ports/mail-port.ts';
import { domain, type RunningApp } from './app-on-stand-in.ts';

/** What stands below its letters. */
export const signature = {
  shop: 'れいだい商店',
  company: '',
  address: '',
  phone: '03-1234-5600',
  url: '',
  hours: '10:00〜17:00',
  closed: '',
};

/** Settings of a shop whose mail server is on this machine. */
export const mailOn = (port: number, change: Partial<Settings['mail']> = {}): Settings['mail'] => ({
  ...defaultSettings.mail,
  host: '127.0.0.1',
  port,
  security: 'none',
  from: 'mise@example.jp',
  fromName: 'れいだい商店',
  ...change,
});

export const newMail = (id: string, change: Partial<NewMail> = {}): NewMail => ({
  id,
  shop: domain,
  orderId: '1001',
  kind: 'phone-request',
  to: 'kaimono@example.jp',
  subject: `ご注文の確認 ${id}`,
  text: 'お電話をいただけますか。\n',
  by: { id: '7', name: '例示 花子' },
  ...change,
});

/** Into the outbox; answers when nothing is due any more. */
export async function send(running: RunningApp, mail: NewMail, now: number): Promise<MailRecord> {
  const { storage, runner } = running.app;
  await storage.write((tx) => enqueueMail(tx, mail, now));
  runner.wake(mail.shop);
  await runner.idle();
  return mailOf(running, mail.id);
}

export async function mailOf({ app }: RunningApp, id: string): Promise<MailRecord> {
  const mail = await app.storage.read.mails.load(domain, id);
  if (mail === null) throw new Error(`no mail ${id}`);
  return mail;
}
