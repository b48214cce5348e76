import type { ListEntryDto, ListIdentityBody, ListKind } from '../../../../contract/lists.ts';
import { addressText } from '../who.ts';

type Identity = ListEntryDto['identity'];

/** One thing that an order is recognised by, to be ticked. */
export interface ProposalKey {
  readonly id: string;
  readonly field: 'Email' | 'Phone' | 'Name' | 'Reading' | 'Address' | 'Ip' | 'Card';
  readonly value: string;
}

export function proposalKeys(identity: Identity): ProposalKey[] {
  const { emails, phones, name, reading, address, ip, card } = identity;
  const one = (field: ProposalKey['field'], value: string | null): ProposalKey[] =>
    value === null || value === '' ? [] : [{ id: `${field} ${value}`, field, value }];
  return [
    ...emails.flatMap((email) => one('Email', email)),
    ...phones.flatMap((phone) => one('Phone', phone)),
    ...one('Address', address && addressText(address)),
    ...one('Name', name),
    ...one('Reading', reading),
    ...one('Ip', ip),
    ...one('Card', card && `${card.bin}…${card.last4}`),
  ];
}

/** By whom an order was placed says nothing of its victim; only where the parcel goes does. */
const ofVictim = new Set<ProposalKey['field']>(['Phone', 'Address', 'Name', 'Reading']);

/** What is ticked before anybody chose. */
export const usualKeys = (keys: readonly ProposalKey[], kind: ListKind): Set<string> =>
  new Set(
    keys.filter(({ field }) => kind !== 'protected' || ofVictim.has(field)).map((key) => key.id),
  );

/** The identity with the ticked keys only. */
export function chosenIdentity(identity: Identity, ticked: ReadonlySet<string>): ListIdentityBody {
  const isTicked = (field: ProposalKey['field'], value: string | null): boolean =>
    value !== null && ticked.has(`${field} ${value}`);
  const { emails, phones, name, reading, address, ip, card } = identity;
  return {
    emails: emails.filter((email) => isTicked('Email', email)),
    phones: phones.filter((phone) => isTicked('Phone', phone)),
    name: isTicked('Name', name) ? name : null,
    reading: isTicked('Reading', reading) ? reading : null,
    address: isTicked('Address', address && addressText(address)) ? address : null,
    ip: isTicked('Ip', ip) ? ip : null,
    card: isTicked('Card', card && `${card.bin}…${card.last4}`) ? card : null,
  };
}
