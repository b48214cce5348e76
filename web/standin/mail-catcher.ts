import { SMTPServer } from 'smtp-server';
import { type MailText, readMail } from './mail-text.ts';

export interface CaughtMail extends MailText {
  readonly id: number;
  /** ISO 8601. */
  readonly at: string;
}

/**
 * A mail server on loopback that takes every mail and gives none away: the demo shows what buyers and
 * staff would have got.
 */
export interface MailCatcher {
  /** Newest first. */
  mails(): readonly CaughtMail[];
  /** On a free port, which it answers. */
  listen(): Promise<number>;
  close(): Promise<void>;
}

const most = 500;

export function createMailCatcher(now: () => number = Date.now): MailCatcher {
  const caught: CaughtMail[] = [];
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    logger: false,
    onData(stream, _session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        count += 1;
        const mail = readMail(Buffer.concat(chunks).toString('latin1'));
        caught.unshift({ id: count, at: new Date(now()).toISOString(), ...mail });
        caught.length = Math.min(caught.length, most);
        callback(null);
      });
    },
  });
  // A client that went away in the middle is not the demo's end.
  server.on('error', () => undefined);
  return {
    mails: () => caught,
    async listen() {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.server.address();
      if (address === null || typeof address === 'string') throw new Error('no port');
      return address.port;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
