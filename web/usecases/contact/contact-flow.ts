import type {
  BuyerAnswer,
  CallResult,
  ContactDto,
  ContactStage,
  TemplateId,
} from '../../contract/contact.ts';
import type { Settings } from '../../contract/settings.ts';
import type { ContactAnswer, ContactRecord } from '../ports/contact-port.ts';

/** What happens to the contact with a buyer. */
export type ContactEvent =
  | { readonly kind: 'called'; readonly result: CallResult; readonly note?: string | undefined }
  | { readonly kind: 'mailed'; readonly template: TemplateId }
  | {
      readonly kind: 'answered';
      readonly answer: BuyerAnswer;
      readonly via: ContactAnswer['via'];
      /** Who heard or read it; null: the buyer clicked, or paid. */
      readonly by: string | null;
      readonly note?: string | undefined;
    }
  /** The order is decided or over: nothing is waited for any more. */
  | { readonly kind: 'decided' }
  /** `nextAt` has come. `arrived`: the mail that an answer is awaited to has left for certain. */
  | { readonly kind: 'due'; readonly arrived?: boolean };

/** Counts the days that a buyer is given; business days of the shop, in its time zone. */
export interface ReplyDays {
  /** The local day (YYYY-MM-DD) that is the `days`-th business day after the instant. */
  replyBy(at: number, days: number): string;
  /** When the next step falls due after that day has passed: the morning of the next business day. */
  stepAt(day: string): number;
}

export interface FlowContext {
  readonly now: number;
  readonly settings: Pick<
    Settings['contact'],
    'reminderAfterDays' | 'lastNoticeAfterDays' | 'decideAfterDays' | 'sendByItself'
  >;
  readonly days: ReplyDays;
}

export interface Step {
  readonly contact: ContactRecord;
  /** To be sent now, because the shop lets it go out by itself; its `mailed` follows. */
  readonly send: 'reminder' | 'last-notice' | null;
}

export const newContact = (orderId: string): ContactRecord => ({
  orderId,
  stage: 'none',
  nextAt: null,
  asked: null,
  replyBy: null,
  thankedAt: null,
  answer: null,
  idSeen: null,
});

/** Templates that ask the buyer for something: the flow begins with them anew. */
const requests: ReadonlySet<TemplateId> = new Set([
  'phone-request',
  'prepaid-request',
  'id-request',
  'address-confirm',
]);

export const isRequest = (template: TemplateId): boolean => requests.has(template);

/**
 * call → mail → reminder → last notice → decide; stopped by any answer. Pure: the same event on the
 * same contact gives the same step.
 */
export function stepContact(
  contact: ContactRecord,
  event: ContactEvent,
  context: FlowContext,
): Step {
  switch (event.kind) {
    case 'called':
      return stay(called(contact, event.result));
    case 'mailed':
      return stay(mailed(contact, event.template, context));
    case 'answered': {
      const { answer, via, by } = event;
      return stay({ ...contact, ...stopped, answer: { answer, via, by, at: context.now } });
    }
    case 'decided':
      return stay({ ...contact, nextAt: null });
    case 'due':
      return due(contact, event.arrived ?? false, context);
  }
}

const stay = (contact: ContactRecord): Step => ({ contact, send: null });
const stopped = { stage: 'answered', nextAt: null, replyBy: null } as const;

/** A second call while an answer is awaited changes no date; what was said is an `answered` of its own. */
function called(contact: ContactRecord, result: CallResult): ContactRecord {
  if (result === 'confirmed' || result === 'denied') return contact;
  return contact.stage === 'none' ? { ...contact, stage: 'called' } : contact;
}

function mailed(contact: ContactRecord, template: TemplateId, context: FlowContext): ContactRecord {
  const { now, settings } = context;
  if (requests.has(template)) {
    // Whoever asks once more wants another answer: the old one is in the log.
    const asked = { ...contact, answer: null, noAnswer: null, asked: { template, at: now } };
    return waits(asked, 'asked', settings.reminderAfterDays, context);
  }
  switch (template) {
    case 'reminder':
      return waits(contact, 'reminded', settings.lastNoticeAfterDays, context);
    case 'last-notice':
      return waits(contact, 'last-notice', settings.decideAfterDays, context);
    case 'thanks':
      return { ...contact, thankedAt: now };
    default:
      return contact;
  }
}

function waits(
  contact: ContactRecord,
  stage: ContactStage,
  businessDays: number,
  { now, days }: FlowContext,
): ContactRecord {
  const replyBy = days.replyBy(now, businessDays);
  return { ...contact, stage, replyBy, nextAt: days.stepAt(replyBy) };
}

/**
 * A mail that failed, came back, or of which nobody knows whether it left, has asked nobody: then the
 * step is due and a person looks; nothing goes out and no last date passes by itself.
 */
function due(contact: ContactRecord, arrived: boolean, { now, settings }: FlowContext): Step {
  if (contact.nextAt === null || now < contact.nextAt || !arrived) return stay(contact);
  const lets = (template: 'reminder' | 'last-notice') =>
    settings.sendByItself.includes(template) ? template : null;
  switch (contact.stage) {
    case 'asked':
      return { contact, send: lets('reminder') };
    case 'reminded':
      return { contact, send: lets('last-notice') };
    case 'last-notice':
      return stay({ ...contact, stage: 'decide' });
    default:
      return stay(contact);
  }
}

interface NextContext {
  /** Letters that leave when they fall due. */
  readonly sendByItself: readonly string[];
  /** When the order began to wait, epoch milliseconds. */
  readonly since: number;
  /** There is a number, and nobody has called yet. */
  readonly canCall: boolean;
}

type Next = { do: 'call' | TemplateId | 'decide'; at: number; byItself: boolean } | null;

/** What is to be done next, for an order that waits for a person. */
export function nextStep(
  contact: ContactRecord,
  { sendByItself, since, canCall }: NextContext,
): Next {
  const at = contact.nextAt ?? contact.answer?.at ?? contact.asked?.at ?? since;
  const step = (what: NonNullable<Next>['do']): Next => ({
    do: what,
    at,
    byItself: sendByItself.includes(what),
  });
  switch (contact.stage) {
    case 'none':
      return step(canCall ? 'call' : 'phone-request');
    case 'called':
      return step('phone-request');
    case 'asked':
      return step('reminder');
    case 'reminded':
      return step('last-notice');
    case 'last-notice':
    case 'decide':
    case 'answered':
      return step('decide');
  }
}

export type NextDto = ContactDto['next'];
