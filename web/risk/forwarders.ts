import { isMemberCode } from '../japan/building.ts';
import { forwarderAddresses, forwarderNames } from '../japan/data/forwarders.ts';
import { addressKeyOf, baseKeyOf } from '../japan/keys.ts';
import type { Evidence } from './order-facts.ts';
import type { OwnWords } from './own-words.ts';
import { type Place, shippingOf } from './places.ts';

/** Names rarely hold a digit: only those that do are looked at closely. */
function lastWord(text: string | null | undefined): string {
  if (!text || !/[0-9０-９]/.test(text)) return '';
  return /(?<![0-9A-Z#-])[0-9A-Z#-]+(?=\s*$)/.exec(text.normalize('NFKC').toUpperCase())?.[0] ?? '';
}

/** The code at the end of the address, the names or the company that looks like a member number. */
export function memberCodeOf(evidence: Evidence): string | null | undefined {
  const place = shippingOf(evidence);
  if (!place) return place;
  if (place.parts.code) return place.parts.code;
  const { lastName, firstName, company } = place.lines;
  return [lastName, firstName, company].map(lastWord).find(isMemberCode) ?? null;
}

/** The forwarding service that the address names or stands on; empty: none. */
export function forwarderOf(evidence: Evidence): string | null | undefined {
  const place = shippingOf(evidence);
  if (!place) return place;
  const { lastName, firstName } = place.lines;
  const names = `${lastName ?? ''} ${firstName ?? ''}`.normalize('NFKC').toUpperCase();
  const words = `${place.words} ${names}`;
  const named = forwarderNames.find(({ pattern }) => pattern.test(words));
  if (named) return named.name;
  const key = baseKeyOf(place.parts);
  const known = forwarderAddresses.find((row) => key !== '' && row.baseKey === key);
  if (known?.marker.test(words)) return known.name;
  const own = evidence.tuning?.words;
  return own ? own.forwarders.find(words) || ownPlaceOf(place, own) : '';
}

/** The shop's own row that is this address; a row can leave out the prefecture, and the room. */
function ownPlaceOf({ parts }: Place, { forwarderPlaces }: OwnWords): string {
  if (forwarderPlaces.size === 0) return '';
  for (const key of [baseKeyOf(parts), addressKeyOf(parts)]) {
    const row = forwarderPlaces.get(key) ?? forwarderPlaces.get(key.replace(/^\d+(?=\|)/, ''));
    if (key && row) return row;
  }
  return '';
}
