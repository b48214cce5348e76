import type { Caller } from '../../web/usecases/use-cases.ts';

/** A staff member whom Shopify has named. */
export const staffCaller = (shop: string): Caller => ({
  shop,
  locale: 'ja',
  staff: {
    userId: '7',
    name: '例示 花子',
    isOwner: true,
    scopes: null,
    locale: 'ja',
    expiresAt: Number.MAX_SAFE_INTEGER,
  },
});
