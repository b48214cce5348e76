import type { AddressFacts, CardFacts } from './order-facts.ts';

/**
 * `fraud`: past fraud, every payment. `cod`: refused or unclaimed parcels and pranks, COD orders only.
 * `watch`: candidate. `allowed`: trusted. `protected`: a victim of pranks, whose orders are always
 * confirmed and who is never labelled (law 4).
 */
export type ListKind = 'fraud' | 'cod' | 'watch' | 'allowed' | 'protected';

/** Why somebody stands on a list; keys of the frontend's locales. */
export type ListReason =
  | 'stolen-card'
  | 'chargeback'
  | 'impersonation'
  | 'prank'
  | 'refused'
  | 'unclaimed'
  | 'reseller'
  | 'verified'
  | 'victim'
  | 'other';

/** By what an order is recognised. At least one is given; as it was typed, normalised by the keys. */
export interface ListIdentity {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly name: string | null;
  /** Kana. */
  readonly reading: string | null;
  readonly address: AddressFacts | null;
  readonly ip: string | null;
  readonly card: Pick<CardFacts, 'bin' | 'last4' | 'expiry'> | null;
}

/** One entry of a shop's list. Nothing of it is shared with another shop. */
export interface ListEntry {
  /** Opaque. */
  readonly id: string;
  readonly kind: ListKind;
  readonly identity: ListIdentity;
  readonly reason: ListReason;
  readonly note: string | null;
  /** Epoch milliseconds. */
  readonly addedAt: number;
  readonly addedBy: {
    readonly kind: 'staff' | 'import' | 'app';
    readonly id: string | null;
    readonly name: string | null;
  };
  /** The order that it was taken from: legacy id and name (#1001). */
  readonly order: { readonly id: string; readonly name: string } | null;
  /** Epoch milliseconds; null: never. 36 months unless set. */
  readonly expiresAt: number | null;
}
