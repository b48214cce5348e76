import type { MailText, TemplateId } from '../../contract/contact.ts';
import type { Locale } from '../../contract/level.ts';
import type { MergeField } from '../../contract/merge-fields.ts';
import { usedFields } from '../../contract/merge-fields.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Deps } from '../deps.ts';
import { GatewayFault } from '../ports/shopify-port.ts';
import type { ContactRecord, OrderRecord } from '../ports/storage-port.ts';
import { answerLink } from './answer-link.ts';
import { newContact } from './contact-flow.ts';
import { fieldValues, type LetterParts } from './field-values.ts';
import { type Filled, fillTemplate } from './fill-template.ts';
import { replyDaysOf } from './reply-days.ts';
import { templateOf } from './templates/index.ts';

/** A link answers as long as anybody may still open the mail; what the order has become, its page says. */
const linkMs = 30 * 86_400_000;

export interface LetterWish {
  readonly template: TemplateId;
  /** Absent: the shop's setting, or the buyer's. */
  readonly language?: Locale | undefined;
  /** Who writes; null: nobody said. */
  readonly staffName: string | null;
}

export interface Letter extends Filled {
  readonly template: TemplateId;
  readonly language: Locale;
  /** null: the order has no address. */
  readonly to: string | null;
}

/** A template with an order's own values in it. Asks Shopify only for a payment link that it speaks of. */
export async function readLetter(
  deps: Deps,
  order: OrderRecord,
  wish: LetterWish,
): Promise<Letter> {
  const { read } = deps.storage;
  const settings = await read.shops.settings(order.shop);
  const language = wish.language ?? languageOf(order, settings.contact.language);
  const text = templateOf(settings.contact, wish.template, language);
  const filled = fillTemplate(text, await letterValues(deps, order, { ...wish, language, text }));
  return { ...filled, template: wish.template, language, to: order.facts.email || null };
}

/** What every field of a letter about this order stands for. */
export async function letterValues(
  deps: Deps,
  order: OrderRecord,
  wish: LetterWish & {
    readonly language: Locale;
    readonly text: MailText;
    /** Not saved yet. */
    readonly signature?: Settings['contact']['signature'] | undefined;
  },
) {
  const { read } = deps.storage;
  const { shop, id } = order;
  const { template, language, staffName } = wish;
  const saved = await read.shops.settings(shop);
  const signature = wish.signature ?? saved.contact.signature;
  const settings = { ...saved, contact: { ...saved.contact, signature } };
  const info = (await read.shops.find(shop))?.info ?? null;
  const timeZone = info?.timezone ?? 'Asia/Tokyo';
  const contact = (await read.contacts.load(shop, id)) ?? newContact(id);
  const uses = usedFields(`${wish.text.subject}\n${wish.text.text}`);
  const parts: LetterParts = {
    ...{ order, settings, timeZone, language, template, contact, staffName },
    shopName: info?.name ?? '',
    calls: await read.contacts.callsOf(shop, id),
    answerLink: await answerLinkOf(deps, order, { settings, contact, language, template, uses }),
    paymentLink: await paymentLinkOf(deps, order, { contact, template, uses }),
    days: replyDaysOf(settings.deadlines, timeZone),
    now: deps.now(),
  };
  return fieldValues(parts);
}

/** Japanese for whoever bought in Japanese, or in Japan where nobody told the language; else English. */
export function languageOf(order: OrderRecord, wanted: Settings['contact']['language']): Locale {
  if (wanted !== 'buyer') return wanted;
  const { locale } = order.snapshot;
  if (locale !== undefined) return locale.toLowerCase().startsWith('ja') ? 'ja' : 'en';
  const { shipping, billing } = order.facts;
  const country = shipping?.countryCode ?? billing?.countryCode ?? 'JP';
  return country === 'JP' ? 'ja' : 'en';
}

interface LinkParts {
  readonly contact: ContactRecord;
  readonly template: TemplateId;
  readonly uses: ReadonlySet<MergeField>;
}

/** "Did you order this?" is asked where that is the question: not of somebody who was asked to pay. */
async function answerLinkOf(
  { storage, appUrl, now }: Deps,
  { shop, id }: OrderRecord,
  {
    settings,
    contact,
    language,
    template,
    uses,
  }: LinkParts & {
    readonly settings: Settings;
    readonly language: Locale;
  },
): Promise<string | null> {
  if (!settings.contact.answerLink || !uses.has('answer-link')) return null;
  if (subjectOf(contact, template) !== 'phone-request') return null;
  const link = { shop, orderId: id, expiresAt: now() + linkMs, language };
  return answerLink(storage.read, { appUrl }, link);
}

async function paymentLinkOf(
  { shopify }: Deps,
  { shop, snapshot }: OrderRecord,
  { contact, template, uses }: LinkParts,
): Promise<string | null> {
  if (!uses.has('payment-link')) return null;
  if (subjectOf(contact, template) !== 'prepaid-request') return null;
  try {
    return await shopify.paymentLink(shop, snapshot.gid);
  } catch (error) {
    // The letter also says how to pay without it.
    if (error instanceof GatewayFault && error.kind === 'denied') return null;
    throw error;
  }
}

/** A reminder speaks of what was asked before it. */
const subjectOf = ({ asked }: ContactRecord, template: TemplateId): TemplateId =>
  template === 'reminder' || template === 'last-notice' ? (asked?.template ?? template) : template;
