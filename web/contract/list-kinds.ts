import type { ListKind, ListReason } from '../risk/list-entry.ts';

/*
 * Words of the lists as plain values, apart from the schemas: the pages use these, and with the
 * schemas the browser would have to load the library that checks them.
 */

export const listKinds = [
  'fraud',
  'cod',
  'watch',
  'allowed',
  'protected',
] as const satisfies readonly ListKind[];

/** Why somebody stands on a list: keys of `lists.reason.*` in the locales. */
export const listReasons = [
  'stolen-card',
  'chargeback',
  'impersonation',
  'prank',
  'refused',
  'unclaimed',
  'reseller',
  'verified',
  'victim',
  'other',
] as const satisfies readonly ListReason[];

/** What may be said of a victim or of a trusted buyer: nothing that accuses (law 4). */
const kindReasons: readonly ListReason[] = ['victim', 'verified', 'other'];

/** Whether this reason may stand at an entry of this kind. */
export const isReasonFor = (kind: ListKind, reason: ListReason): boolean =>
  (kind !== 'protected' && kind !== 'allowed') || kindReasons.includes(reason);

/** What a column of an imported file can mean; `ignore` leaves it out. */
export const importFields = [
  'email',
  'phone',
  'name',
  'last-name',
  'first-name',
  'reading',
  'zip',
  'province',
  'city',
  'address1',
  'address2',
  'full-address',
  'ip',
  'card-bin',
  'card-last4',
  'kind',
  'reason',
  'note',
  'added-at',
  'expires-at',
  'order',
  'ignore',
] as const;
export type ImportField = (typeof importFields)[number];

/** What a column of a carrier's report can mean. */
export const returnFields = [
  'order',
  'tracking',
  'name',
  'phone',
  'date',
  'reason',
  'ignore',
] as const;
export type ReturnField = (typeof returnFields)[number];
