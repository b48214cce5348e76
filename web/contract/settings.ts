import { z } from 'zod';
import { checkoutSettings } from './checkout-settings.ts';
import type { Notice } from './notices.ts';
import { staffSettings } from './staff-settings.ts';

/** What the app does of itself about an order that a rule points at. `hold` includes the tag. */
export const reaction = z.enum(['nothing', 'tag', 'hold']);
export type Reaction = z.infer<typeof reaction>;

const names = z.array(z.string().trim().min(1).max(100)).max(50);
const whoMay = z.enum(['anyone', 'owner', 'listed']);

/** Cash on delivery (代引き). `names` are gateway names on orders, `checkoutNames` what buyers see at checkout. */
const cod = z.strictObject({
  blocked: z.boolean(),
  reaction,
  names,
  checkoutNames: names,
});

/** Security code (CVV): judged after the order, for Shopify gives it to no app before (docs: settings). */
const cvv = z.strictObject({
  mandatory: z.boolean(),
  /** The issuer said that the code is wrong (CVV result N). */
  failed: reaction,
  /** The issuer did not check it (P, S, U, X). */
  notChecked: reaction,
  /** Shopify has no result for this card. */
  unknown: reaction,
  /** Apple Pay, Google Pay, Shop Pay and saved cards never send a code. */
  walletsAndSavedCards: reaction,
});

const noticeText = z.string().max(2000);
const notice = z.strictObject({
  enabled: z.boolean(),
  ja: noticeText,
  en: noticeText,
}) satisfies z.ZodType<Notice>;

/** Overrides of one signal; an absent key keeps the preset's value. */
export const signalOverride = z.strictObject({
  on: z.boolean().optional(),
  points: z.number().int().min(-100).max(100).optional(),
  counts: z.boolean().optional(),
});

const word = z.string().trim().min(1).max(100);

/** A shop's own rows beside those that the app brings. NFKC, letters of any size. */
const words = z.strictObject({
  /** Names and addresses of forwarding services and their warehouses. */
  forwarders: z.array(word).max(500),
  /** Weekly and monthly apartments, holiday lets. */
  shortStay: z.array(word).max(500),
  hotels: z.array(word).max(500),
  /** Goods that are resold easily: a word in the title, from a unit price in the shop's currency. */
  resaleGoods: z.array(z.strictObject({ word, from: z.number().min(0).max(100_000_000) })).max(500),
  urgent: z.array(word).max(500),
  /** Mail domains that count as free mail here. */
  freeMail: z
    .array(
      z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^[a-z0-9.-]+\.[a-z]{2,}$/),
    )
    .max(500),
});

const judgement = z
  .strictObject({
    preset: z.enum(['balanced', 'strict-cod', 'strict-cards']),
    by: z.enum(['both', 'count', 'points']),
    cautionChecks: z.number().int().min(1).max(30),
    highChecks: z.number().int().min(2).max(40),
    cautionPoints: z.number().int().min(1).max(200),
    highPoints: z.number().int().min(2).max(400),
    /** Yen; used until the shop has 20 orders of its own to compare with. */
    coldStartThreshold: z.number().int().min(0).max(100_000_000),
    /** The shop's gateway authenticates every card by 3-D Secure. */
    allCards3ds: z.boolean(),
    homeCountry: z.string().regex(/^[A-Z]{2}$/),
    signals: z.record(z.string().regex(/^[a-z0-9-]{1,60}$/), signalOverride),
    /** Numbers of a signal's rule, by signal and name; an absent one keeps the signal's own. */
    parameters: z.record(
      z.string().regex(/^[a-z0-9-]{1,60}$/),
      z.record(z.string().regex(/^[a-zA-Z0-9]{1,40}$/), z.number().finite()),
    ),
    words,
    /** A signal that hits on more than 40 % of the last orders weighs less: the guides' own too. */
    guardAllSignals: z.boolean(),
    /** First digits of cards and the country of their issuer, from the merchant's payment provider. */
    binCountries: z
      .array(
        z.strictObject({
          bin: z.string().regex(/^\d{6,8}$/),
          country: z.string().regex(/^[A-Z]{2}$/),
        }),
      )
      .max(5000),
  })
  .refine((j) => j.cautionChecks < j.highChecks, { path: ['highChecks'], error: 'below_caution' })
  .refine((j) => j.cautionPoints < j.highPoints, { path: ['highPoints'], error: 'below_caution' });

const permissions = z.strictObject({
  cancel: whoMay,
  settings: whoMay,
  /** Shopify user ids, for `listed`. */
  listed: z.array(z.string().regex(/^\d{1,20}$/)).max(200),
});

/** The settings document, as GET gives it and PUT takes it: unknown keys are refused. */
export const settingsSchema = z.strictObject({
  revision: z.number().int().min(0),
  mode: z.enum(['observe', 'act']),
  /** Language of what the app writes on orders (risk card, hold notes). */
  language: z.enum(['ja', 'en']),
  caution: reaction,
  high: reaction,
  /** Hold an order whose only counted checks are those of an ordinary first-time buyer. */
  holdOrdinaryCaution: z.boolean(),
  cod,
  cvv,
  threeDsNotice: notice,
  fraudNotice: notice,
  checkout: checkoutSettings,
  judgement,
  ...staffSettings,
  /** Seconds before a staff member's cancel or void is sent. */
  undoSeconds: z.number().int().min(0).max(30),
  automaticUndoMinutes: z.number().int().min(0).max(1440),
  permissions,
  retentionMonths: z.number().int().min(1).max(120),
});

export type Settings = z.infer<typeof settingsSchema>;
