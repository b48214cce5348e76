import type { ListAnswer, ListQuery } from '../../contract/lists.ts';
import { readAddress } from '../../japan/address-parts.ts';
import { findCity } from '../../japan/cities.ts';
import type { ListIdentity } from '../../risk/list-entry.ts';
import { keysOfEntry } from '../../risk/list-keys.ts';
import type { AddressFacts } from '../../risk/order-facts.ts';
import { networkOf } from '../../risk/recent.ts';
import type { Deps } from '../deps.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { presentEntry } from './list-entries-dto.ts';

/** Entries of the shop, newest first; with `q` those that hold what was typed, in any spelling. */
export async function findListEntries(
  deps: Deps,
  caller: Caller,
  { kind, q, cursor, limit }: ListQuery,
): Promise<Answer<ListAnswer>> {
  const { lists } = deps.storage.read;
  const counts = await lists.counts(caller.shop, deps.now());
  const text = (q ?? '').replaceAll('\u0000', '').trim();
  const keys = text === '' ? undefined : listSearchKeys(text);
  if (keys?.length === 0) return { ok: true, value: { entries: [], nextCursor: null, counts } };
  const found = await lists.list(caller.shop, { kinds: kind, keys, cursor, limit });
  const entries = found.entries.map(presentEntry);
  return { ok: true, value: { entries, nextCursor: found.nextCursor, counts } };
}

/**
 * What a search box's text can mean: an e-mail, a phone, a name or its reading, an address with its
 * house number (every room of it), an IP address. Each by the keys that entries are kept under.
 */
export function listSearchKeys(text: string): string[] {
  const digits = text.normalize('NFKC').replace(/\D/g, '').length;
  const isNetwork = networkOf(text.normalize('NFKC')) !== '';
  const keys = [
    ...(text.includes('@') || text.includes('＠') ? keysLike({ emails: [text] }, 'email:') : []),
    ...(digits >= 9 && digits <= 15 && !isNetwork ? keysLike({ phones: [text] }, 'phone:') : []),
    ...(isNetwork ? keysLike({ ip: text.normalize('NFKC') }, 'ip:') : []),
    ...(digits > 0 ? addressesOf(text).flatMap((address) => keysLike({ address }, 'base:')) : []),
    ...keysLike({ name: text }, 'name:'),
  ];
  return [...new Set(keys)];
}

/** Who begins with the town's name means the prefecture that has it, or each of them. */
function addressesOf(text: string): AddressFacts[] {
  const address = { address1: text, countryCode: 'JP' };
  const { prefecture, region } = readAddress(address);
  if (prefecture !== null || region === '') return [address];
  const all = Array.from({ length: 47 }, (_, n) => n + 1);
  return all
    .filter((each) => findCity(each, region) !== null)
    .map((each) => ({ ...address, provinceCode: `JP-${each}` }));
}

const nobody: ListIdentity = {
  emails: [],
  phones: [],
  name: null,
  reading: null,
  address: null,
  ip: null,
  card: null,
};

const keysLike = (part: Partial<ListIdentity>, prefix: string) =>
  keysOfEntry({ ...nobody, ...part }).filter((key) => key.startsWith(prefix));
