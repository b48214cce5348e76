import type { Caller } from '../use-cases.ts';

/** Stands where a staff member's id would: what the app did by itself, because the merchant lets it. */
export const appId = 'app';

/** For an action without a click. Permissions are the merchant's setting that lets it happen. */
export const appCaller = (shop: string): Caller => ({
  shop,
  locale: 'ja',
  staff: {
    userId: appId,
    name: 'Sekisho',
    isOwner: false,
    scopes: null,
    locale: null,
    expiresAt: 0,
  },
});
