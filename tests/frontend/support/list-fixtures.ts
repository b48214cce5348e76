import type { ListEntryDto } from '../../../web/contract/lists.ts';

export const nobody: ListEntryDto['identity'] = {
  emails: [],
  phones: [],
  name: null,
  reading: null,
  address: null,
  ip: null,
  card: null,
};

/** A made-up entry with a name, an e-mail, a phone and a room. */
export const listEntry = (part: Partial<ListEntryDto>): ListEntryDto => ({
  id: 'entry-1',
  kind: 'fraud',
  identity: {
    ...nobody,
    emails: ['mihon@example.com'],
    phones: ['090-0000-0001'],
    name: '見本 太郎',
    address: {
      zip: '1500001',
      province: 'JP-13',
      city: '渋谷区',
      address1: '神宮前99-1-2',
      address2: '例示ハイツ101',
    },
  },
  reason: 'stolen-card',
  note: null,
  addedAt: '2026-11-01T00:00:00.000Z',
  addedBy: { kind: 'staff', name: '例示 スタッフ' },
  order: null,
  expiresAt: '2029-11-01T00:00:00.000Z',
  ...part,
});
