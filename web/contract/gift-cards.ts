import type { Money } from './orders.ts';

/** Gift cards and store credit in one order; null: none of it. */
export interface GiftCardMoves {
  /** Gift cards among the goods. */
  bought: Money | null;
  /** Paid with gift cards or store credit. */
  used: Money | null;
  /** Paid back to gift cards or store credit. */
  refunded: Money | null;
}

/** What a person looks through for moves that the buyer knows nothing of. */
export interface GiftCardUse {
  here: GiftCardMoves;
  /** The same buyer's earlier orders that moved any, newest first. */
  earlier: (GiftCardMoves & { id: string; name: string; createdAt: string })[];
}
