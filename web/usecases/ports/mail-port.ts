import type { MailState, TemplateId } from '../../contract/contact.ts';
import type { MailProblem } from '../../contract/mails.ts';

/** Where mails are handed over. `host` is a name or an address. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** `none` is taken only towards a loopback address. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string;
  readonly password: string | null;
  /** Named by whoever runs the app, not by a shop: it may stand inside the network. */
  readonly trusted: boolean;
}

export interface OutgoingMail {
  /** With its angle brackets; the same at every attempt, so that a mailbox can tell a repetition. */
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  /** Envelope sender: where a returned mail goes. */
  readonly bounce: string;
  readonly replyTo: string | null;
  /** One address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Epoch milliseconds. */
  readonly date: number;
}

/**
 * How an attempt ended. `refused`: for good · `failed`: nothing has left, it may be tried again ·
 * `unknown`: the message had left when the connection broke; only a person may send it again.
 */
export type MailOutcome =
  | { readonly kind: 'sent'; readonly said: string | null }
  | {
      readonly kind: 'refused' | 'failed' | 'unknown';
      readonly problem: MailProblem;
      /** The server's own words, one line. */
      readonly said: string | null;
    };

export interface StandardServer {
  readonly server: MailServer;
  /** As whom it sends, where it was said. */
  readonly from: string | null;
  /** As whom it sends for a shop that has named no address either. */
  readonly lastResort: string;
}

export interface MailPort {
  /**
   * One attempt; ends after about two minutes whatever the server does. `leaving` is waited for before
   * the message's first byte: what it writes is there should the process die from then on. false: the
   * message stays (`stopped`).
   * @throws only what `leaving` throws
   */
  send(
    server: MailServer,
    mail: OutgoingMail,
    leaving: () => Promise<boolean>,
  ): Promise<MailOutcome>;
  /** SMTP_URL: for shops without a server of their own. */
  readonly standard: StandardServer | null;
}

/** Thrown by work that shall come again: nothing has left. Its message quotes nobody. */
export class MailFault extends Error {
  readonly code: MailProblem;

  constructor(problem: MailProblem) {
    super(`mail: ${problem}`);
    this.name = 'MailFault';
    this.code = problem;
  }
}

export type MailKind = TemplateId | 'alert';

/** A row of the outbox. */
export interface MailRecord {
  readonly id: string;
  readonly shop: string;
  /** null: to staff. */
  readonly orderId: string | null;
  readonly kind: MailKind;
  readonly state: MailState;
  readonly messageId: string;
  readonly at: number;
  readonly sentAt: number | null;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Name of the person who sent it; null: it went out by itself. */
  readonly by: string | null;
  readonly byId: string | null;
  /** Why the last attempt did not succeed. */
  readonly problem: MailProblem | null;
  /** What the mail server said to it, or what a person noted. */
  readonly said: string | null;
}

export type MailChange = Partial<Pick<MailRecord, 'state' | 'sentAt' | 'problem' | 'said'>>;

export interface MailTable {
  insert(mail: MailRecord): Promise<void>;
  load(shop: string, id: string): Promise<MailRecord | null>;
  /** false: it was in none of the states `from` any more, and stays as it is. */
  move(shop: string, id: string, from: readonly MailState[], change: MailChange): Promise<boolean>;
  /** Newest first. */
  ofOrder(shop: string, orderId: string): Promise<MailRecord[]>;
  /** In these states, newest first. */
  inStates(shop: string, states: readonly MailState[], limit: number): Promise<MailRecord[]>;
  /** How many mails of all shops are in this state. */
  count(state: MailState): Promise<number>;
}
