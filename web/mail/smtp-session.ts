import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { isLoopback } from '../network/reachable-address.ts';
import type { MailOutcome, MailServer, OutgoingMail } from '../usecases/ports/mail-port.ts';
import { outcomeOf } from './smtp-outcome.ts';

/** Milliseconds. `quiet`: between two things that the server says. */
export interface Timeouts {
  readonly connect: number;
  readonly greeting: number;
  readonly quiet: number;
  readonly whole: number;
}

interface Target extends MailServer {
  /** What `host` was resolved to: connected to, while certificates are checked for the name. */
  readonly address: string;
  readonly timeouts: Timeouts;
  readonly ca: string | undefined;
}

/** One session with one server, for one message. */
export function handOver(
  target: Target,
  mail: Pick<OutgoingMail, 'bounce' | 'to'>,
  message: Buffer,
): Promise<MailOutcome> {
  if (target.security === 'none' && !isLoopback(target.address)) {
    return Promise.resolve({ kind: 'failed', problem: 'tls', said: null });
  }
  const connection = new SMTPConnection(optionsOf(target));
  return new Promise((resolve) => {
    // It is read only after the server has said that it takes the message.
    let hasLeft = false;
    const body = new Readable({
      read() {
        hasLeft = true;
        this.push(message);
        this.push(null);
      },
    });
    const end = (outcome: MailOutcome) => {
      clearTimeout(timer);
      // First: closing tells of an end of its own.
      resolve(outcome);
      connection.close();
    };
    const endBy = (error: unknown) => end(outcomeOf(error, hasLeft));
    const timer = setTimeout(() => endBy({ code: 'ETIMEDOUT' }), target.timeouts.whole);
    connection.on('error', endBy);
    connection.once('end', () => endBy({ code: 'ECONNECTION' }));
    const send = () =>
      connection.send({ from: mail.bounce, to: [mail.to] }, body, (error, info) => {
        if (error) endBy(error);
        else end({ kind: 'sent', said: info.response.slice(0, 300) });
      });
    connection.connect((error?: unknown) => {
      if (error) return endBy(error);
      const { user, password } = target;
      if (user === '' && password === null) return send();
      connection.login({ credentials: { user, pass: password ?? '' } }, (refused) =>
        refused ? endBy(refused) : send(),
      );
    });
  });
}

/** TLS is demanded and the certificate checked; in clear only towards this very machine. */
function optionsOf({ address, host, port, security, timeouts, ca }: Target) {
  const named = address === host ? {} : { servername: host };
  return {
    host: address,
    port,
    ...named,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.quiet,
    tls: { minVersion: 'TLSv1.2', ...named, ...(ca === undefined ? {} : { ca }) },
    logger: false,
  } as const;
}
