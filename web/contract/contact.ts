import { z } from 'zod';
import {
  type BuyerAnswer,
  buyerAnswers,
  type CallResult,
  type ContactStage,
  callResults,
  contactWays,
  type MailState,
  type TemplateId,
  templateIds,
} from './contact-kinds.ts';
import { type Locale, locales } from './level.ts';
import type { MailProblem } from './mails.ts';

export * from './contact-kinds.ts';

const line = z.string().trim().max(200);

/** What is said of the shop below every mail. */
export const signatureSettings = z.strictObject({
  shop: line,
  company: line,
  address: line,
  phone: line,
  url: line,
  hours: line,
  closed: line,
});

export const mailText = z.strictObject({
  subject: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(10_000),
});
export type MailText = z.infer<typeof mailText>;

/** `POST /api/orders/:id/contact`. Without `mail`, the template as it stands with its fields filled in. */
export const contactBody = z.strictObject({
  template: z.enum(templateIds),
  way: z.enum(contactWays).optional(),
  language: z.enum(locales).optional(),
  mail: mailText.optional(),
});
export type ContactBody = z.infer<typeof contactBody>;

/** `GET /api/orders/:id/contact`: how it stands; with a template, what would go out (`MailPreview`). */
export const contactQuery = z.object({
  template: z.enum(templateIds).optional(),
  language: z.enum(locales).optional(),
});
export type ContactQuery = z.infer<typeof contactQuery>;

/** `GET /api/orders/:id/contact?template=&language=`: what would go out. */
export interface MailPreview {
  template: TemplateId;
  language: Locale;
  /** The buyer's address; null: there is none, and nothing can be sent. */
  to: string | null;
  subject: string;
  text: string;
  /** Merge fields that have no value here: it cannot be sent until they have (keys of `fields.*`). */
  empty: string[];
  /** Merge fields that do not exist. */
  unknown: string[];
  /** The way that is taken when none is named. */
  way: (typeof contactWays)[number];
}

export interface MailDto {
  id: string;
  template: TemplateId;
  state: MailState;
  at: string;
  sentAt: string | null;
  by: string;
  to: string;
  subject: string;
  text: string;
  /** Why it did not go out, or may not have; null: it did, or is still to. */
  problem: MailProblem | null;
  /** What the mail server said, or what a person noted, for `failed` and `bounced`. */
  error: string | null;
}

/** What `POST /api/orders/:id/contact` answers. */
export interface ContactSent {
  mail: MailDto;
  contact: ContactDto;
}

/** `POST /api/orders/:id/calls` */
export const callBody = z.strictObject({
  result: z.enum(callResults),
  number: z.string().trim().min(1).max(40),
  note: z.string().trim().max(255).optional(),
});
export type CallBody = z.infer<typeof callBody>;

/** `POST /api/orders/:id/answer`: what a person heard or read. */
export const answerBody = z.strictObject({
  answer: z.enum(buyerAnswers),
  note: z.string().trim().max(255).optional(),
});
export type AnswerBody = z.infer<typeof answerBody>;

/** `POST /api/orders/:id/id-seen`: a document was shown; nothing of it is kept. `false` takes it back. */
export const idSeenBody = z.strictObject({ seen: z.boolean() });
export type IdSeenBody = z.infer<typeof idSeenBody>;

/** `GET /api/templates`: our own wording; a shop's stands in its settings. */
export interface TemplatesAnswer {
  templates: { id: TemplateId; ours: Readonly<Record<Locale, MailText>> }[];
}

/** `POST /api/templates/preview`: a text that need not be saved. Without an order: a made-up one. */
export const templatePreviewBody = z.strictObject({
  template: z.enum(templateIds),
  language: z.enum(locales),
  mail: z.strictObject({ subject: z.string().max(200), text: z.string().max(10_000) }),
  signature: signatureSettings.optional(),
  orderId: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
});
export type TemplatePreviewBody = z.infer<typeof templatePreviewBody>;

export interface TemplatePreview extends MailText {
  /** Merge fields that have no value with this order. */
  empty: string[];
  unknown: string[];
  /** Name of the order; null: a made-up one. */
  order: string | null;
}

/** On the order page. */
export interface ContactDto {
  stage: ContactStage;
  /** What the flow does or asks for next; `send` only where the shop lets it go out by itself. */
  next: { do: 'call' | TemplateId | 'decide'; at: string; byItself: boolean } | null;
  /** Local day (YYYY-MM-DD) until which an answer is awaited; null: none is. */
  replyBy: string | null;
  answer: {
    answer: BuyerAnswer;
    at: string;
    via: 'link' | 'staff' | 'payment';
    by: string | null;
  } | null;
  calls: { at: string; by: string; result: CallResult; number: string; note: string | null }[];
  mails: MailDto[];
  /** The number to dial, and what speaks for or against it. */
  number: string | null;
  /** SMTP is set up: mails can be sent from here. */
  canSend: boolean;
  /** The last date has passed: a person is asked to look for an answer; null: nothing to look for. */
  silence: 'ask' | 'confirmed' | null;
  /** A document was shown ("ID seen"): by whom, when. The document itself is never kept. */
  idSeen: { by: string; at: string } | null;
}
