import type {
  CheckoutFinding,
  CheckoutMeter,
  GuardKind,
  GuardState,
} from '../../contract/checkout-status.ts';

/** What became of one kind of guard the last time it was told to Shopify. */
export interface GuardRecord {
  readonly state: GuardState;
  /** Shopify's own code and words where it refused. */
  readonly refusal: { readonly code: string | null; readonly message: string } | null;
  /** What Shopify took, in its order: a digest by metafield key. */
  readonly standing: readonly Readonly<Record<string, string>>[];
}

/** What was last told to Shopify. No configuration and no hashes: those are at Shopify. */
export interface CheckoutDeployment {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly guards: Readonly<Record<GuardKind, GuardRecord>>;
  /** null: it asks no list. */
  readonly meters: Readonly<Record<GuardKind, CheckoutMeter | null>>;
  /** Digest of the settings it was made of: where it differs, staff have decided anew. */
  readonly settings: string;
}

/** What the daily look found. */
export interface CheckoutCheck {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly findings: readonly CheckoutFinding[];
}

export interface CheckoutTable {
  load(
    shop: string,
  ): Promise<{ deployment: CheckoutDeployment | null; check: CheckoutCheck | null }>;
  saveDeployment(shop: string, deployment: CheckoutDeployment): Promise<void>;
  saveCheck(shop: string, check: CheckoutCheck): Promise<void>;
  /** Key of the hashes at checkout, the same for a shop each time: 32 hexadecimal digits. */
  hashKey(shop: string): Promise<string>;
}
