import type { BuyerAnswer, CallResult, ContactStage, TemplateId } from '../../contract/contact.ts';

/** How far the shop has come in asking the buyer of one order. Times are epoch milliseconds. */
export interface ContactRecord {
  readonly orderId: string;
  readonly stage: ContactStage;
  /** When the next step falls due; null: nothing is waited for. */
  readonly nextAt: number | null;
  /** What the buyer was asked for last. */
  readonly asked: { readonly template: TemplateId; readonly at: number } | null;
  /** Local day (YYYY-MM-DD) that the last mail named, or until which its answer is awaited. */
  readonly replyBy: string | null;
  /** When the buyer was thanked for confirming. */
  readonly thankedAt: number | null;
  readonly answer: ContactAnswer | null;
  /** A person found no answer in mailbox and voicemail, after the last date; absent: nobody has said so. */
  readonly noAnswer?: { readonly by: string; readonly at: number } | null | undefined;
  /** A document was shown: by whom, when. The document itself is never kept. */
  readonly idSeen: { readonly by: string; readonly at: number } | null;
}

export interface ContactAnswer {
  readonly answer: BuyerAnswer;
  readonly at: number;
  readonly via: 'link' | 'staff' | 'payment';
  /** Who heard or read it; null: the buyer clicked, or paid. */
  readonly by: string | null;
}

export interface CallRecord {
  readonly orderId: string;
  readonly at: number;
  readonly byId: string;
  readonly by: string;
  readonly result: CallResult;
  /** As it was dialled. */
  readonly number: string;
  readonly note: string | null;
}

/** Every call stays inside its shop. */
export interface ContactTable {
  load(shop: string, orderId: string): Promise<ContactRecord | null>;
  /** Inserts or replaces. */
  save(shop: string, contact: ContactRecord): Promise<void>;
  addCall(shop: string, call: CallRecord): Promise<void>;
  /** Newest first. */
  callsOf(shop: string, orderId: string): Promise<CallRecord[]>;
}
