import type { AddressParts } from './address-parts.ts';

/** 無番地 and 番外地 really exist; a parcel held at a counter needs no house number. */
const needsNoNumber = /無番地|番外地|郵便局|局留|営業所留/;

/** No house number at all, or only a 丁目. */
export function lacksHouseNumber(parts: AddressParts): boolean {
  if (parts.text.trim() === '' || needsNoNumber.test(parts.text)) return false;
  return parts.block === '' || parts.onlyChome;
}
