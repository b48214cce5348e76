import type { ListEntryDto } from '../../contract/lists.ts';
import type { ListEntry, ListIdentity } from '../../risk/list-entry.ts';

const iso = (ms: number) => new Date(ms).toISOString();

/** An entry as the API tells it; `name` stands once, wherever it was kept. */
export function presentEntry(entry: ListEntry): ListEntryDto {
  const { id, kind, reason, note, addedBy, order } = entry;
  return {
    ...{ id, kind, reason, note },
    identity: presentIdentity(entry.identity),
    addedAt: iso(entry.addedAt),
    addedBy: { kind: addedBy.kind, name: addedBy.name },
    order: order === null ? null : { id: order.id, name: order.name },
    expiresAt: entry.expiresAt === null ? null : iso(entry.expiresAt),
  };
}

export function presentIdentity(identity: ListIdentity): ListEntryDto['identity'] {
  const { emails, phones, name, reading, address, ip, card } = identity;
  return {
    emails: [...emails],
    phones: [...phones],
    name: name ?? nameOf(address),
    reading,
    address:
      address === null
        ? null
        : {
            zip: address.zip ?? '',
            province: address.provinceCode ?? '',
            city: address.city ?? '',
            address1: address.address1 ?? '',
            address2: address.address2 ?? '',
          },
    ip,
    card:
      card?.bin && card.last4
        ? { ...cardOf(card.bin, card.last4), expiry: card.expiry ?? null }
        : null,
  };
}

const cardOf = (bin: string, last4: string) => ({ bin, last4 });

const nameOf = (address: ListIdentity['address']) =>
  [address?.lastName, address?.firstName].filter(Boolean).join(' ') || null;
