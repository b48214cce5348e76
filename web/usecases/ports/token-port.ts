/** An access token as Shopify gave it. Times are epoch milliseconds. */
export interface StoredToken {
  readonly shop: string;
  readonly accessToken: string;
  /** When Shopify gave it: the app was installed then. Absent on tokens of older versions. */
  readonly issuedAt?: number;
  readonly expiresAt: number | null;
  readonly refreshToken: string | null;
  readonly refreshExpiresAt: number | null;
  readonly scopes: readonly string[];
}

/** Who a staff member is, as the online token exchange told it. */
export interface StaffIdentity {
  /** Shopify user id, digits: the session token's `sub`. */
  readonly userId: string;
  /** null where Shopify did not say who it is. */
  readonly name: string | null;
  readonly isOwner: boolean;
  /** `associated_user_scope`; null where Shopify did not say. */
  readonly scopes: readonly string[] | null;
  readonly locale: string | null;
  readonly expiresAt: number;
}

/** Tokens and identities, encrypted at rest. */
export interface TokenPort {
  loadOffline(shop: string): Promise<StoredToken | null>;
  saveOffline(token: StoredToken): Promise<void>;
  /** After a 401 of the Admin API, so that the next call exchanges anew. */
  dropOffline(shop: string): Promise<void>;
  loadStaff(shop: string, userId: string): Promise<StaffIdentity | null>;
  saveStaff(shop: string, staff: StaffIdentity): Promise<void>;
}
