import type { ListEntryDto } from '../../../contract/lists.ts';
import { addressLines } from '../../wording/address-lines.ts';
import { regionName } from '../../wording/prefectures.ts';

type Identity = ListEntryDto['identity'];

/** The address on one line, as it would stand on a parcel. */
export function addressText(address: NonNullable<Identity['address']>): string {
  const parcel = { ...address, name: '', company: '', phone: '', countryCode: 'JP' };
  return addressLines(parcel, regionName(address.province)).join(' ');
}

/** What an entry is called where there is room for one thing only. */
export function whoOf({ name, emails, phones, address, ip, card }: Identity): string {
  const place = address === null ? undefined : addressText(address);
  return name ?? emails[0] ?? phones[0] ?? place ?? ip ?? (card === null ? '' : `…${card.last4}`);
}
