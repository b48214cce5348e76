import { isReasonFor, listReasons } from '../../../contract/list-kinds.ts';
import type { ListEntryBody, ListEntryDto, ListKind, ListReason } from '../../../contract/lists.ts';
import { type ExpiryDraft, expiryBody, expiryOfEntry, newExpiry } from './expiry-draft.ts';

/** An entry as it stands in the form: every field is text. */
export interface EntryDraft {
  readonly kind: ListKind;
  readonly reason: ListReason;
  /** One a line. */
  readonly emails: string;
  readonly phones: string;
  readonly name: string;
  readonly reading: string;
  readonly zip: string;
  /** `JP-13`, or empty. */
  readonly province: string;
  readonly city: string;
  readonly address1: string;
  readonly address2: string;
  readonly ip: string;
  readonly bin: string;
  readonly last4: string;
  readonly cardExpiry: string;
  readonly expiry: ExpiryDraft;
  readonly note: string;
}

export const newDraft = (kind: ListKind): EntryDraft => ({
  kind,
  reason: reasonsFor(kind)[0] ?? 'other',
  ...{ emails: '', phones: '', name: '', reading: '' },
  ...{ zip: '', province: '', city: '', address1: '', address2: '' },
  ...{ ip: '', bin: '', last4: '', cardExpiry: '', note: '' },
  expiry: newExpiry,
});

export function draftOf(entry: ListEntryDto): EntryDraft {
  const { emails, phones, name, reading, address, ip, card } = entry.identity;
  return {
    kind: entry.kind,
    reason: entry.reason,
    emails: emails.join('\n'),
    phones: phones.join('\n'),
    name: name ?? '',
    reading: reading ?? '',
    zip: address?.zip ?? '',
    province: address?.province ?? '',
    city: address?.city ?? '',
    address1: address?.address1 ?? '',
    address2: address?.address2 ?? '',
    ip: ip ?? '',
    bin: card?.bin ?? '',
    last4: card?.last4 ?? '',
    cardExpiry: card?.expiry ?? '',
    expiry: expiryOfEntry(entry.expiresAt),
    note: entry.note ?? '',
  };
}

/** What is sent. A part that was left empty is not sent as an empty key. */
export function bodyOf(draft: EntryDraft, now: Date): ListEntryBody {
  const { zip, province, city, address1, address2, bin, last4 } = draft;
  const hasAddress = [zip, province, city, address1, address2].some((part) => part.trim() !== '');
  const hasCard = bin.trim() !== '' || last4.trim() !== '';
  return {
    kind: draft.kind,
    reason: draft.reason,
    note: orNull(draft.note),
    identity: {
      emails: linesOf(draft.emails),
      phones: linesOf(draft.phones),
      name: orNull(draft.name),
      reading: orNull(draft.reading),
      address: hasAddress ? { zip, province, city, address1, address2 } : null,
      ip: orNull(draft.ip),
      card: hasCard
        ? { bin: bin.trim(), last4: last4.trim(), expiry: orNull(draft.cardExpiry) }
        : null,
    },
    ...expiryBody(draft.expiry, now),
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A kind of which the chosen reason cannot be said takes its own first one. */
export const withKind = <T extends Pick<EntryDraft, 'kind' | 'reason'>>(
  draft: T,
  kind: ListKind,
): T => ({
  ...draft,
  kind,
  reason: isReasonFor(kind, draft.reason) ? draft.reason : (reasonsFor(kind)[0] ?? 'other'),
});

/** The usual one first. */
export function reasonsFor(kind: ListKind): ListReason[] {
  const usual = usualReason[kind];
  const others = listReasons.filter((reason) => reason !== usual && isReasonFor(kind, reason));
  return [usual, ...others];
}

const usualReason: Record<ListKind, ListReason> = {
  fraud: 'stolen-card',
  cod: 'refused',
  watch: 'other',
  allowed: 'verified',
  protected: 'victim',
};
