import type { Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { SelfSigned } from './self-signed.ts';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly mail: ParsedMail;
}

type Step = 'connect' | 'from' | 'to' | 'data';

export interface MailServerOptions {
  readonly login?: { readonly user: string; readonly password: string };
  readonly certificate?: SelfSigned;
  /** TLS from the first byte. */
  readonly tls?: boolean;
  /** Does not offer STARTTLS. */
  readonly clearOnly?: boolean;
}

/** A real SMTP server on loopback that takes mails, or misbehaves at a step as it is told. */
export interface TestMailServer {
  readonly port: number;
  readonly received: ReceivedMail[];
  /** How many messages have come to their end, taken or not. */
  readonly messages: () => number;
  /** Users and passwords that were tried. */
  readonly logins: string[];
  /** The answer at this step: an error with its code, silence, or the end of the connection. */
  fail(at: Step, how: number | 'hang' | 'drop'): void;
  /** Ends every connection at once; not for those behind TLS. */
  drop(): void;
  /** Takes everything again. */
  mend(): void;
  /** Resolves when a client has come as far as that. */
  reached(step: Step): Promise<void>;
  stop(): Promise<void>;
}

export async function startMailServer(options: MailServerOptions = {}): Promise<TestMailServer> {
  const received: ReceivedMail[] = [];
  const logins: string[] = [];
  const sockets = new Set<Socket>();
  const faults = new Map<Step, number | 'hang' | 'drop'>();
  const waiting = new Map<Step, (() => void)[]>();
  let ended = 0;

  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };

  const pass = (step: Step, callback: (error?: Error | null) => void) => {
    for (const resolve of waiting.get(step) ?? []) resolve();
    waiting.delete(step);
    const how = faults.get(step);
    if (how === 'hang') return;
    if (how === 'drop') drop();
    else if (how === undefined) callback(null);
    else callback(Object.assign(new Error('as the test wants it'), { responseCode: how }));
  };

  const server = new SMTPServer({
    ...tlsOptions(options),
    authOptional: options.login === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 50,
    logger: false,
    onConnect: (_session, callback) => pass('connect', callback),
    onAuth(auth, _session, callback) {
      logins.push(`${auth.username} ${auth.password}`);
      const { login } = options;
      const fits = auth.username === login?.user && auth.password === login?.password;
      callback(fits ? null : new Error('wrong'), fits ? { user: 'ok' } : undefined);
    },
    onMailFrom: (_address, _session, callback) => pass('from', callback),
    onRcptTo: (_address, _session, callback) => pass('to', callback),
    onData(stream, session, callback) {
      const { mailFrom, rcptTo } = session.envelope;
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        ended += 1;
        pass('data', (error) => {
          if (error) return callback(error);
          const raw = Buffer.concat(chunks).toString('utf8');
          void simpleParser(raw).then((mail) => {
            const from = mailFrom === false ? '' : mailFrom.address;
            received.push({ from, to: rcptTo.map(({ address }) => address), raw, mail });
            callback(null);
          });
        });
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    received,
    messages: () => ended,
    logins,
    fail: (at, how) => void faults.set(at, how),
    drop,
    mend: () => faults.clear(),
    reached: (step) =>
      new Promise((resolve) => waiting.set(step, [...(waiting.get(step) ?? []), resolve])),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

function tlsOptions({ certificate, tls, clearOnly }: MailServerOptions): SMTPServerOptions {
  if (clearOnly || (certificate === undefined && tls !== true)) {
    return { disabledCommands: ['STARTTLS'] };
  }
  return { secure: tls === true, ...certificate };
}
