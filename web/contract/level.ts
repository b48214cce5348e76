import type { Level, Outcome, Verdict } from '../risk/assessment.ts';

export type { Level, Outcome, Verdict };

/** What a merchant is told about an order. */
export const levels = ['normal', 'caution', 'high'] as const satisfies readonly Level[];

/** The state of an order in this app: the first that fits, in this order. */
export const orderStates = [
  'cancelled',
  'cancelling',
  'shipped',
  'closed',
  'voided',
  'approved',
  'released',
  'held',
  'open',
] as const;
export type OrderState = (typeof orderStates)[number];

export const actionKinds = ['cancel', 'void', 'approve', 'release', 'hold', 'reassess'] as const;
export type ActionKind = (typeof actionKinds)[number];

export const actionStates = ['scheduled', 'running', 'done', 'failed', 'undone'] as const;
export type ActionState = (typeof actionStates)[number];

export const locales = ['ja', 'en'] as const;
export type Locale = (typeof locales)[number];
