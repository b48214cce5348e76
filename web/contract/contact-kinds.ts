/*
 * Words of the contact as plain values, apart from the schemas: with them the browser would have to load
 * the library that checks them.
 */

/** How far the shop has come in asking the buyer. The flow: call → mail → reminder → last notice → decide. */
export const contactStages = [
  'none',
  'called',
  'asked',
  'reminded',
  'last-notice',
  /** The last notice's date has passed without an answer. */
  'decide',
  /** The buyer has answered: nothing goes out by itself any more. */
  'answered',
] as const;
export type ContactStage = (typeof contactStages)[number];

export const templateIds = [
  'phone-request',
  'reminder',
  'last-notice',
  'thanks',
  'prepaid-request',
  'id-request',
  'address-confirm',
  'cancelled',
] as const;
export type TemplateId = (typeof templateIds)[number];

/** `smtp`: we send it; `copy`, `mailto`: the person takes it into another program, and says so. */
export const contactWays = ['smtp', 'copy', 'mailto'] as const;

/**
 * `sending` is written before the first byte leaves; after a crash there it is `unknown` (送信できたか不明)
 * until a person says what to do. `taken`: copied or opened in a mail program.
 */
export const mailStates = [
  'waiting',
  'sending',
  'sent',
  'failed',
  'unknown',
  'bounced',
  'taken',
] as const;
export type MailState = (typeof mailStates)[number];

/** How a call went; each is also a staff check that enters the score. */
export const callResults = [
  'confirmed',
  'denied',
  'another-person',
  'not-in-use',
  'not-reached',
  'reached',
] as const;
export type CallResult = (typeof callResults)[number];

/** What the buyer said; `other`: an answer that decides nothing. */
export const buyerAnswers = ['ordered', 'not-ordered', 'other'] as const;
export type BuyerAnswer = (typeof buyerAnswers)[number];
