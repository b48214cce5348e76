import type { TemplateId } from '../../contract/contact.ts';
import type { Locale } from '../../contract/level.ts';
import type { Settings } from '../../contract/settings.ts';
import type { CallRecord, ContactRecord } from '../ports/contact-port.ts';
import { localDay } from '../shop-time.ts';
import { isRequest, type ReplyDays } from './contact-flow.ts';
import type { FieldValues } from './fill-template.ts';
import {
  addressText,
  buyerName,
  type LetterOrder,
  linesText,
  paymentText,
  totalText,
} from './letter-order.ts';
import { clockText, dayText } from './letter-time.ts';
import { letterWords } from './letter-words.ts';

/** All that a letter about an order can speak of. */
export interface LetterParts {
  readonly order: LetterOrder;
  readonly settings: Settings;
  /** As Shopify knows the shop; '' where it was not read yet. */
  readonly shopName: string;
  readonly timeZone: string;
  readonly language: Locale;
  readonly template: TemplateId;
  readonly contact: ContactRecord;
  /** Newest first. */
  readonly calls: readonly CallRecord[];
  /** Who writes; null: nobody said, or it goes out by itself. */
  readonly staffName: string | null;
  readonly answerLink: string | null;
  readonly paymentLink: string | null;
  readonly days: ReplyDays;
  readonly now: number;
}

export function fieldValues(parts: LetterParts): FieldValues {
  return { ...orderFields(parts), ...shopFields(parts), ...contactFields(parts) };
}

type OrderField = 'buyer' | 'order' | 'order-date' | 'lines' | 'total' | 'payment' | 'address';

function orderFields({ order, language, timeZone }: LetterParts): Pick<FieldValues, OrderField> {
  const ordered = localDay(Date.parse(order.snapshot.createdAt), timeZone);
  return {
    buyer: buyerName(order, language) ?? letterWords[language].nobody,
    order: order.snapshot.name,
    'order-date': dayText(ordered, language),
    lines: linesText(order, language),
    total: totalText(order, language),
    payment: paymentText(order, language),
    address: addressText(order, language),
  };
}

type ShopField =
  | 'staff'
  | 'shop'
  | 'phone'
  | 'hours'
  | 'closed'
  | 'phone-line'
  | 'url'
  | 'signature';

function shopFields(parts: LetterParts): Pick<FieldValues, ShopField> {
  const { settings, shopName, staffName, language } = parts;
  const words = letterWords[language];
  const { shop, phone, hours, closed, url } = settings.contact.signature;
  const open = words.hours(hours, closed);
  return {
    staff: staffName ?? words.staff,
    shop: shop || shopName,
    phone,
    hours,
    closed,
    url,
    'phone-line': phone && `${words.phone}${phone}${open && `（${open}）`}`,
    signature: signatureText(parts),
  };
}

/** Only what the shop has filled in. */
function signatureText({ settings, shopName, language }: LetterParts): string {
  const { shop, company, address, phone, url, hours, closed } = settings.contact.signature;
  const words = letterWords[language];
  const open = words.hours(hours, closed);
  const lines = [
    shop || shopName,
    company,
    address,
    phone && `${words.phone}${phone}`,
    open,
    url,
  ].filter((line) => line !== '');
  return lines.length === 0 ? '' : [ruler, ...lines, ruler].join('\n');
}

const ruler = '-'.repeat(24);

type ContactField =
  | 'called'
  | 'answer-link'
  | 'payment-link'
  | 'first-mail-date'
  | 'reply-by'
  | 'shipping';

function contactFields(parts: LetterParts): Pick<FieldValues, ContactField> {
  const { contact, language, timeZone, settings, answerLink, paymentLink } = parts;
  const words = letterWords[language];
  const asked = contact.asked && dayText(localDay(contact.asked.at, timeZone), language);
  return {
    called: calledText(parts),
    'answer-link': answerLink && `${words.answer}\n${answerLink}`,
    'payment-link': paymentLink && `${words.pay}\n${paymentLink}`,
    'first-mail-date': asked,
    'reply-by': replyText(parts),
    shipping: words.ships(settings.deadlines.shipDays),
  };
}

/** Only a call that was logged is spoken of. */
function calledText({ calls, language, timeZone }: LetterParts): string | null {
  const [last] = calls;
  if (last === undefined) return null;
  const day = dayText(localDay(last.at, timeZone), language);
  const separator = language === 'ja' ? '' : ', ';
  const when = `${day}${separator}${clockText(last.at, timeZone)}`;
  return letterWords[language].called(last.result, when);
}

/** The day that the flow will count from when this letter leaves now. */
function replyText({ template, settings, days, now, language }: LetterParts): string | null {
  const given = daysGiven(template, settings.contact);
  return given === null ? null : dayText(days.replyBy(now, given), language);
}

function daysGiven(template: TemplateId, contact: Settings['contact']): number | null {
  if (isRequest(template)) return contact.reminderAfterDays;
  if (template === 'reminder') return contact.lastNoticeAfterDays;
  return template === 'last-notice' ? contact.decideAfterDays : null;
}
