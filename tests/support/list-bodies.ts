import type { ListEntryBody, ListIdentityBody } from '../../web/contract/lists.ts';

/** What a browser sends for an entry; only what is given stands in it. */
export const entryBody = (
  identity: Partial<ListIdentityBody>,
  change: Partial<Omit<ListEntryBody, 'identity'>> = {},
) => ({ kind: 'fraud' as const, reason: 'other' as const, ...change, identity });

/** `ordinaryOrder`'s address as somebody else types it. */
export const sameRoomOtherwise = {
  zip: '１５０－０００１',
  province: 'JP-13',
  city: '渋谷区',
  address1: '神宮前九十九丁目１番２号',
  address2: '例示ハイツ　１０１号室',
};
