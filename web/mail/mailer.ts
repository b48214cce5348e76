import { reachableAddress } from '../network/reachable-address.ts';
import type { MailOutcome, MailPort, OutgoingMail } from '../usecases/ports/mail-port.ts';
import { composeMail } from './compose-mail.ts';
import { isSendable } from './mail-address.ts';
import { handOver, type Timeouts } from './smtp-session.ts';
import { standardServer } from './standard-server.ts';

export interface MailerOptions {
  /** SMTP_URL, or null. */
  readonly smtpUrl: string | null;
  /** Origin of the app: its host is the sender's where nobody named one. */
  readonly appUrl: string;
  /** A shop may name a server on this machine: the store is a stand-in here. */
  readonly allowLoopback: boolean;
  /** Addresses of a host; DNS where it is absent. */
  readonly lookup?: (host: string) => Promise<readonly string[]>;
  readonly timeouts?: Timeouts;
  /** PEM of a certificate that is trusted beside those of Node. */
  readonly ca?: string;
}

/** Milliseconds. `whole`: a server that answers a letter a minute must not keep us for ever. */
const patience: Timeouts = { connect: 10_000, greeting: 10_000, quiet: 30_000, whole: 90_000 };
const mostAddresses = 3;

/** Hands mails to SMTP servers; a message that has left once is never handed over a second time. */
export function createMailer(options: MailerOptions): MailPort {
  const standard =
    options.smtpUrl === null ? null : standardServer(options.smtpUrl, options.appUrl);
  const timeouts = options.timeouts ?? patience;
  return {
    standard,
    async send(server, mail, leaving) {
      const refusal = refusalOf(mail);
      if (refusal !== null) return refusal;
      const found = await reachableAddress(server.host, {
        loopback: options.allowLoopback,
        anywhere: server.trusted,
        ...(options.lookup ? { lookup: options.lookup } : {}),
      });
      if (!found.ok) return failed(found.why === 'unknown' ? 'address' : 'not-allowed');
      const message = await composeMail(mail);
      return tryInTurn(found.addresses.slice(0, mostAddresses), (address) =>
        handOver({ ...server, address, timeouts, ca: options.ca }, mail, message, leaving),
      );
    },
  };
}

/** The next address only where the last could not even be connected to. */
async function tryInTurn(
  addresses: readonly string[],
  attempt: (address: string) => Promise<MailOutcome>,
): Promise<MailOutcome> {
  let outcome: MailOutcome = failed('connection');
  for (const address of addresses) {
    outcome = await attempt(address);
    if (outcome.kind !== 'failed' || outcome.problem !== 'connection') return outcome;
  }
  return outcome;
}

const failed = (problem: 'address' | 'not-allowed' | 'connection'): MailOutcome => ({
  kind: 'failed',
  problem,
  said: null,
});

/** Before anything is connected: an address that could break out of its line never gets to a server. */
function refusalOf({ from, bounce, replyTo, to }: OutgoingMail): MailOutcome | null {
  const refused = (problem: 'sender' | 'recipient'): MailOutcome => ({
    kind: 'refused',
    problem,
    said: null,
  });
  if (![from.address, bounce, replyTo ?? bounce].every(isSendable)) return refused('sender');
  return isSendable(to) ? null : refused('recipient');
}
