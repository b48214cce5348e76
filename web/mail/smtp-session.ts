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

/**
 * One session with one server, for one message. `leaving` is waited for when the server has said that it
 * takes the message, before its first byte; false: it stays.
 * @throws what `leaving` throws
 */
export function handOver(
  target: Target,
  mail: Pick<OutgoingMail, 'bounce' | 'to'>,
  message: Buffer,
  leaving: () => Promise<boolean>,
): Promise<MailOutcome> {
  if (target.security === 'none' && !isLoopback(target.address)) {
    return Promise.resolve({ kind: 'failed', problem: 'tls', said: null });
  }
  const connection = new SMTPConnection(optionsOf(target));
  const departure = departureOf(message, leaving);
  return new Promise((resolve) => {
    let hasEnded = false;
    const end = (outcome: MailOutcome) => {
      // Closing tells of an end of its own.
      if (hasEnded) return;
      hasEnded = true;
      clearTimeout(timer);
      resolve(departure.settled(outcome));
      connection.close();
    };
    const endBy = (error: unknown) => end(outcomeOf(error, departure.hasLeft()));
    const timer = setTimeout(() => endBy({ code: 'ETIMEDOUT' }), target.timeouts.whole);
    connection.on('error', endBy);
    connection.once('end', () => endBy({ code: 'ECONNECTION' }));
    departure.body.once('close', () => {
      if (!departure.hasLeft()) end({ kind: 'failed', problem: 'stopped', said: null });
    });
    const send = () =>
      connection.send({ from: mail.bounce, to: [mail.to] }, departure.body, (error, info) => {
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

/** The message as a stream that lets nothing out before `leaving` has said so. */
function departureOf(message: Buffer, leaving: () => Promise<boolean>) {
  let asked: Promise<boolean> | null = null;
  let left = false;
  const body = new Readable({
    read() {
      if (asked !== null) return;
      asked = leaving();
      asked.then(
        (goes) => {
          // The session may have ended meanwhile: nothing can leave any more.
          if (!goes || body.destroyed) return void body.destroy();
          left = true;
          body.push(message);
          body.push(null);
        },
        () => body.destroy(),
      );
    },
  });
  return {
    body,
    hasLeft: () => left,
    /** What `leaving` writes is written before the outcome is told. */
    async settled(outcome: MailOutcome): Promise<MailOutcome> {
      if (asked !== null) await asked;
      return outcome;
    },
  };
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
