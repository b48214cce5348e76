import MailComposer from 'nodemailer/lib/mail-composer';
import type { OutgoingMail } from '../usecases/ports/mail-port.ts';

/** The message as it leaves. Text only; whatever stands in it stays inside its header or the body. */
export function composeMail(mail: OutgoingMail): Promise<Buffer> {
  const composer = new MailComposer({
    messageId: mail.messageId,
    date: new Date(mail.date),
    from: { name: oneLine(mail.from.name), address: mail.from.address },
    to: { name: '', address: mail.to },
    ...(mail.replyTo === null ? {} : { replyTo: { name: '', address: mail.replyTo } }),
    subject: oneLine(mail.subject),
    // The form that MIME wants of text, whatever encodes it.
    text: mail.text.replace(/\r\n|\r|\n/g, '\r\n'),
    textEncoding: 'base64',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Promise((resolve, reject) => {
    composer.compile().build((error, message) => {
      if (error) reject(error);
      else resolve(message);
    });
  });
}

/** Characters that turn the direction of text go too: they make a sender look like another. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
