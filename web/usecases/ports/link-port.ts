/** What links that need no login are signed with. */
export interface LinkTable {
  /** Shops with this `linkRefOf`: nearly always one or none; the signature tells them apart. */
  shopsOf(ref: string): Promise<string[]>;
  /**
   * HMAC-SHA-256 (32 bytes) under a key that is derived from the shop's own and serves this purpose
   * alone; null where the shop has no keys (never installed, or shop/redact destroyed them).
   */
  mac(shop: string, purpose: 'answer', data: Uint8Array): Promise<Uint8Array | null>;
}
