import type { Locale } from './level.ts';

/** What a buyer can say by the link of a mail. */
export const linkAnswers = ['ordered', 'not-ordered'] as const;
export type LinkAnswer = (typeof linkAnswers)[number];

/** How a buyer reaches the shop, as far as the shop says it in its mails. */
export interface ShopContact {
  readonly name: string;
  readonly phone: string;
  readonly hours: string;
  readonly closed: string;
  readonly mail: string;
}

/**
 * `/a/:token`. Of the buyer's own order its number and goods, and nothing else: whoever the mail was
 * forwarded to reads it too. `gone`: tampered with, over, or of no order; which of them is told to nobody.
 */
export type AnswerView =
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'question' | 'answered' | 'confirmed' | 'shipped' | 'cancelled';
      /** Of the mail that the link stood in. */
      readonly language: Locale;
      readonly order: string;
      readonly goods: readonly { readonly title: string; readonly quantity: number }[];
      readonly shop: ShopContact;
      /** What this link said; null: nothing. */
      readonly answer: LinkAnswer | null;
    };
