import type { ListEntry, ListIdentity } from '../../web/risk/list-entry.ts';
import { fingerprintOf, keysOfEntry } from '../../web/risk/list-keys.ts';
import type { KeyedEntry } from '../../web/usecases/ports/list-port.ts';
import { now } from './storage-samples.ts';

export const identity = (change: Partial<ListIdentity> = {}): ListIdentity => ({
  emails: ['reidai.itazura@gmail.com'],
  phones: ['090-1234-5601'],
  name: '例示 花子',
  reading: null,
  address: {
    ...{ zip: '1500001', provinceCode: 'JP-13', city: '渋谷区' },
    ...{ address1: '神宮前99-1-2', address2: '例示ハイツ101' },
  },
  ip: null,
  card: null,
  ...change,
});

export function keyedEntry(
  id: string,
  change: Partial<ListIdentity> = {},
  entry: Partial<ListEntry> = {},
): KeyedEntry {
  const whole: ListEntry = {
    ...{ id, kind: 'fraud', identity: identity(change), reason: 'stolen-card', note: null },
    ...{ addedAt: now, addedBy: { kind: 'staff', id: '7', name: '例示 太郎' } },
    ...{ order: null, expiresAt: null },
    ...entry,
  };
  const keys = keysOfEntry(whole.identity);
  return { entry: whole, keys, fingerprint: fingerprintOf(whole.kind, whole.identity) };
}
