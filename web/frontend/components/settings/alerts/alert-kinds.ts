import type { AlertKind } from '../../../../contract/staff-settings.ts';

/** As in the contract, whose schemas the page does not load; a test compares the two. */
export const alertKinds: readonly AlertKind[] = [
  'high-case',
  'deadline-near',
  'shipped-anyway',
  'breaker',
  'cannot-hold',
];

/** One address a line; commas and blanks part them too. */
export const addressesOf = (text: string): string[] => text.split(/[\s,、，]+/).filter(Boolean);
