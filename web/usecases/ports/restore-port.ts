/** What a database needs to know of itself when it was taken from a backup. Of all shops at once. */
export interface RestoreTable {
  /** Whether the database is a backup's copy that nobody has gone over yet. */
  isRestored(): Promise<boolean>;
  /** The copy is ordinary from now on. */
  clear(): Promise<void>;
  shops(): Promise<string[]>;
  /** Cancels, voids and captures that had not ended when the backup was made. */
  pendingMoney(shop: string, limit: number): Promise<string[]>;
  /** Mails that had not left when the backup was made. */
  pendingMails(shop: string, limit: number): Promise<string[]>;
}
