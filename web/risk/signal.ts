import type { Evidence } from './order-facts.ts';
import type { WordKind } from './own-words.ts';
import type { SignalParameter } from './parameter.ts';

/** Values for a reason's `{placeholders}`; shown to staff, never logged. */
export type Facts = Readonly<Record<string, string | number>>;

/** `unknown` is not `no-hit`: it neither counts nor reassures, and is shown as 未確認 (law 3). */
export type Judgement =
  | {
      readonly outcome: 'hit';
      readonly facts: Facts;
      /** Share of the points that this hit is worth, where less than all of them. */
      readonly weight?: number;
      /** False: this hit does not count towards its check item. */
      readonly counts?: false;
    }
  | { readonly outcome: 'no-hit' }
  | { readonly outcome: 'unknown'; readonly missing: readonly MissingFact[] };

/** What was not known; each has a name in ja and en in explain.ts. */
export type MissingFact =
  | 'email'
  | 'phone'
  | 'shipping'
  | 'billing'
  | 'total'
  | 'items'
  | 'gateway'
  | 'cvv'
  | 'card'
  | 'ip'
  | 'history'
  | 'shopify-risk'
  | 'statistics'
  | 'note'
  | 'name'
  | 'furigana'
  | 'staff';

export const hit = (facts: Facts = {}): Extract<Judgement, { outcome: 'hit' }> => ({
  outcome: 'hit',
  facts,
});
export const noHit: Judgement = { outcome: 'no-hit' };
export const unknown = (...missing: MissingFact[]): Judgement => ({ outcome: 'unknown', missing });

/** Groups with a cap on their points; the rest are uncapped (signals-decisions, scoring 1). */
export type SignalGroup =
  | 'card'
  | 'ship-to'
  | 'email'
  | 'phone'
  | 'velocity'
  | 'weak'
  | 'list'
  | 'contents'
  | 'address'
  | 'name'
  | 'payment'
  | 'ip'
  | 'reassurance'
  | 'staff';

export interface SignalText {
  /** A few words, for lists and headlines. */
  readonly name: string;
  /** One sentence with {placeholders}, for the order page and Shopify's risk card. */
  readonly reason: string;
  /** What speaks against alarm. */
  readonly caution: string;
}

/** One thing that the app looks at. One file each; the registry refuses an incomplete one. */
export interface Signal {
  readonly id: string;
  readonly group: SignalGroup;
  /** Negative: reassures. */
  readonly points: number;
  /** The check item that a hit counts towards; several signals can share one, it counts once. */
  readonly checkItem: string;
  readonly counts: boolean;
  /** A hit lifts the level to at least this. */
  readonly floor?: 'caution' | 'high';
  /** Numbers of the rule that a merchant may set. */
  readonly parameters?: readonly SignalParameter[];
  /** The merchant's words that feed it beside the rows that the app brings. */
  readonly words?: WordKind;
  /** Says little of a person (letters, language): never decides alone, easily switched off (law 5). */
  readonly weak?: true;
  readonly text: { readonly ja: SignalText; readonly en: SignalText };
  judge(evidence: Evidence): Judgement;
}
