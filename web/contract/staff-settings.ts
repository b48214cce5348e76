import { z } from 'zod';
import { type contactStages, mailText, signatureSettings, templateIds } from './contact.ts';
import { locales } from './level.ts';

/** The staff's day: deadlines, contact with buyers, mail, alerts, automation. */

/** `true`: the shop has one, kept sealed; sent back unchanged keeps it. A text sets it, `false` forgets it. */
export const secret = z.union([
  z.strictObject({ set: z.boolean() }),
  z.strictObject({ set: z.literal(true), value: z.string().min(1).max(2000) }),
]);
export type Secret = z.infer<typeof secret>;

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const line = z.string().trim().max(200);
const mailAddress = z.union([z.literal(''), z.email().max(254)]);

export const deadlineSettings = z.strictObject({
  /** Days that an authorization lasts where Shopify does not tell; Shopify Payments: 7. */
  authorizationDays: z.number().int().min(1).max(60),
  /** It is near from the end of this day on. */
  authorizationWarnDay: z.number().int().min(1).max(60),
  /** Business days from the order within which it was promised to ship; null: nothing was promised. */
  shipDays: z.number().int().min(0).max(60).nullable(),
  /** Weekdays on which the shop rests, 0 Sunday to 6 Saturday. */
  restDays: z.array(z.number().int().min(0).max(6)).max(6),
  /** Japanese public holidays are days of rest. */
  holidaysOff: z.boolean(),
  /** Days off beside them (summer, new year). */
  daysOff: z.array(day).max(200),
});

export const contactSettings = z.strictObject({
  /** What is said of the shop below every mail. */
  signature: signatureSettings,
  /** Language of mails: the buyer's as Shopify tells it (Japanese, else English), or always one. */
  language: z.enum(['buyer', ...locales]),
  /** A shop's own wording; an absent template or language keeps ours. */
  templates: z.partialRecord(z.enum(templateIds), z.partialRecord(z.enum(locales), mailText)),
  /** Business days that a buyer has to answer each before the next step. */
  reminderAfterDays: z.number().int().min(1).max(30),
  lastNoticeAfterDays: z.number().int().min(1).max(30),
  /** From the last notice to the date that it names. */
  decideAfterDays: z.number().int().min(1).max(30),
  /** Steps that go out by themselves when their day has come. */
  sendByItself: z.array(z.enum(['reminder', 'last-notice'])).max(2),
  /** The link by which a buyer answers; off: mails ask for a call or a reply. */
  answerLink: z.boolean(),
  /** "I ordered this" releases the hold by itself. */
  releaseOnAnswer: z.boolean(),
  /** The template `cancelled` may be sent after a cancellation as fraud. */
  mailAfterFraud: z.boolean(),
});

export const mailSettings = z.strictObject({
  /** '': not set up; texts are copied, or opened in the mail program. */
  host: z.union([z.literal(''), z.string().regex(/^[a-zA-Z0-9.-]{1,253}$/)]),
  port: z.number().int().min(1).max(65_535),
  /** `tls` from the first byte, `starttls` demanded; `none` is taken only towards a loopback address. */
  security: z.enum(['tls', 'starttls', 'none']),
  user: line,
  password: secret,
  from: mailAddress,
  fromName: line,
  replyTo: mailAddress,
  /** Where returned mails go (envelope sender); '': `from`. */
  bounce: mailAddress,
});

export const alertKinds = [
  'high-case',
  'deadline-near',
  'shipped-anyway',
  'breaker',
  'cannot-hold',
] as const;
export type AlertKind = (typeof alertKinds)[number];

export const alertSettings = z.strictObject({
  mail: z.strictObject({ on: z.boolean(), to: z.array(z.email().max(254)).max(10) }),
  /** Slack's incoming webhook, or what takes the same JSON. https only. */
  slack: z.strictObject({ on: z.boolean(), url: secret }),
  /** JSON signed by HMAC-SHA256 (`X-Sekisho-Signature`). https only. */
  webhook: z.strictObject({ on: z.boolean(), url: secret, key: secret }),
  kinds: z.array(z.enum(alertKinds)).max(alertKinds.length),
  /** Nothing is sent in them but what cannot wait; the rest comes when they end. Equal: none. */
  quiet: z.strictObject({ from: clock, to: clock }),
  /** One mail a day with what waits; null: none. */
  digestAt: clock.nullable(),
});

export const automationSettings = z.strictObject({
  /** No answer by the date of the last notice: the order is cancelled, through undo window and breaker. */
  cancelUnanswered: z.boolean(),
  /** Before it, a person confirms that neither mailbox nor voicemail holds an answer. */
  confirmNoAnswer: z.boolean(),
  /** Level normal: its authorization is captured. */
  captureNormal: z.boolean(),
  /** More automatic cancellations than either within an hour: no more, hold, tell staff. */
  breaker: z.strictObject({
    perHour: z.number().int().min(1).max(1000),
    percent: z.number().int().min(1).max(100),
  }),
});

export const staffSettings = {
  deadlines: deadlineSettings,
  contact: contactSettings,
  mail: mailSettings,
  alerts: alertSettings,
  automation: automationSettings,
};

/** Stages in which the flow waits for the buyer. */
export const waitingStages = [
  'asked',
  'reminded',
  'last-notice',
] as const satisfies readonly (typeof contactStages)[number][];
