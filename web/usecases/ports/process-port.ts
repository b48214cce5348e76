/** What a lease is for: working a shop's tasks, or renewing its token. */
export type LeasePurpose = 'drain' | 'token';

/** How long a process that has died, or stands still, keeps others waiting. Milliseconds. */
export const leaseMs = 15_000;

export interface Lease {
  readonly name: string;
  readonly owner: string;
  /** Its owner has not kept it in time: whoever comes may take it. */
  readonly isOver: boolean;
}

/**
 * Who may do what nobody else may do at the same time, by the database's clock. Where only one process can
 * have the database open (SQLite), everybody always may, and no row is written.
 */
export interface LeaseTable {
  /** For `leaseMs`, where it is free, over, or this owner's already; false: another process has it. */
  take(purpose: LeasePurpose, name: string, owner: string): Promise<boolean>;
  /**
   * For `leaseMs` more; false: it was lost. True fences: until this transaction ends nobody takes it, so what
   * else the transaction writes is written by its owner.
   */
  keep(purpose: LeasePurpose, name: string, owner: string): Promise<boolean>;
  leave(purpose: LeasePurpose, name: string, owner: string): Promise<void>;
  list(purpose: LeasePurpose): Promise<Lease[]>;
}

/** One small text a shop that processes change in turn: what is left of its points at Shopify. */
export interface BudgetPort {
  /** `change` gets what is written, null at first, and answers what shall be. It may be called twice. */
  change<T>(shop: string, change: (state: string | null) => Change<T>): Promise<T>;
}

export interface Change<T> {
  readonly state: string;
  readonly result: T;
}

/** What several processes on one database share; in one process it is memory. */
export interface Sharing {
  readonly budgets: BudgetPort;
  /** Runs `work` while no other process runs any under the same name; waits its turn, at most a minute. */
  alone<T>(purpose: LeasePurpose, name: string, work: () => Promise<T>): Promise<T>;
}

/** An open transaction of the database that others may write in, too: their rows are committed with it. */
export interface OpenTransaction {
  raw<T>(sql: string, bindings?: readonly unknown[]): Promise<{ rows: T[] }>;
}

/** Runs as the last statements of a transaction; what it writes is committed with it, or not at all. */
export type WakeIn = (trx: OpenTransaction, shops: readonly string[]) => Promise<void>;
