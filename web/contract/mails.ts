import { z } from 'zod';
import type { MailState, TemplateId } from './contact.ts';
import { mailSettings } from './staff-settings.ts';

/**
 * Why a mail did not go out, or may not have. `address`: the server's name is not known ·
 * `not-allowed`: an address inside a private network · `connection`, `timeout`: nobody answers ·
 * `tls`: no encrypted connection came about · `login`: user or password · `sender`, `recipient`: an
 * address was refused · `content`: the message was refused · `busy`: the server asks to come again ·
 * `lost`: the connection broke after the message had left · `killed`: the app ended while it left ·
 * `not-set-up`: there is no server or no sender address · `stopped`: the buyer had answered before.
 */
export const mailProblems = [
  'address',
  'not-allowed',
  'connection',
  'timeout',
  'tls',
  'login',
  'sender',
  'recipient',
  'content',
  'busy',
  'lost',
  'killed',
  'not-set-up',
  'stopped',
] as const;
export type MailProblem = (typeof mailProblems)[number];

/** `POST /api/mail/test`: tries settings that are not saved yet. */
export const mailTestBody = z.strictObject({ to: z.email().max(254), mail: mailSettings });
export type MailTestBody = z.infer<typeof mailTestBody>;

export interface MailTestAnswer {
  sent: boolean;
  /** null where it was sent. */
  problem: MailProblem | null;
  /** What the mail server said, in its own words; null where nothing was heard of it. */
  said: string | null;
}

/** `POST /api/mails/:id/bounced` */
export const bouncedBody = z.strictObject({ note: z.string().trim().max(255).optional() });
export type BouncedBody = z.infer<typeof bouncedBody>;

/** `POST /api/mails/:id/again | arrived | bounced` */
export interface MailChangeAnswer {
  mail: {
    id: string;
    state: MailState;
    orderId: string | null;
    problem: MailProblem | null;
    error: string | null;
  };
  /** A staff check of the order that this speaks for; the person decides (`POST /api/orders/:id/checks`). */
  offer: string | null;
}

/** `GET /api/mails`: whether mails can be sent, and those of the last two weeks that a person must look at. */
export interface MailsAnswer {
  canSend: boolean;
  /** The app has a mail server for shops without their own; `from`: as whom it sends. */
  standard: { from: string | null } | null;
  /** Not sent, of unknown fate, or waiting for another try; newest first, at most 20. */
  troubled: {
    id: string;
    /** null: to staff. */
    order: { id: string; name: string } | null;
    kind: TemplateId | 'alert';
    state: MailState;
    problem: MailProblem | null;
    error: string | null;
    at: string;
    to: string;
    subject: string;
  }[];
}
