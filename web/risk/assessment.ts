import type { Facts, MissingFact } from './signal.ts';

/** What a merchant is told about an order: 通常 / 要確認 / 危険. */
export type Level = 'normal' | 'caution' | 'high';

/** What the app proposes. `cancel` only ever comes from a list entry or a rule that the merchant made. */
export type Verdict = 'approve' | 'review' | 'hold' | 'cancel';

export type Outcome = 'hit' | 'no-hit' | 'unknown' | 'off';

/** One signal's part in a judgement, as it is stored and shown. */
export interface SignalResult {
  readonly id: string;
  readonly outcome: Outcome;
  /** Points after overrides, 3-D Secure scaling; group caps are applied to the sum, not here. */
  readonly points: number;
  readonly counted: boolean;
  readonly checkItem: string;
  /** Only on hits. */
  readonly facts?: Facts;
  /** Only on unknown. */
  readonly missing?: readonly MissingFact[];
}

/** The judgement of one order: pure, repeatable, explainable from what it holds. */
export interface Assessment {
  readonly level: Level;
  readonly points: number;
  /** Check items with at least one counted hit. */
  readonly checks: number;
  /** Id of the signal whose floor decided the level, if any. */
  readonly floor: string | null;
  readonly verdict: Verdict;
  readonly signals: readonly SignalResult[];
}
