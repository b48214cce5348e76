import type { Facts } from '../../../web/risk/signal.ts';
import type { Change } from './evidence.ts';

/** Outcome, what the row is about, what differs from the quiet order, facts that the hit must tell. */
export type Case = readonly ['hit' | 'no-hit' | 'unknown', string, Change, Facts?];

/** Cases by signal id. */
export type Cases = Readonly<Record<string, readonly Case[]>>;
