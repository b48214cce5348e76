/* Words of the privacy page as plain values, apart from the schemas: the page uses these. */

/** What somebody looked at that holds buyers' personal data. */
export const accessKinds = [
  'order',
  'orders',
  'queue',
  'lists',
  'lists-export',
  'import',
  'returns',
  'mails',
  'audit',
  'audit-export',
  'data-request',
] as const;
export type AccessKind = (typeof accessKinds)[number];

/** `overdue`: nobody has answered it within thirty days. */
export type RequestState = 'open' | 'overdue' | 'done';
