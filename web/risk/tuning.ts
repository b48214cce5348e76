import type { OwnWords } from './own-words.ts';
import type { Numbers } from './parameter.ts';

/** What a merchant changed inside the rules; made once with the ruleset, seen by every signal. */
export interface Tuning {
  readonly numbers: Numbers;
  /** null: the shop has no words of its own. */
  readonly words: OwnWords | null;
}
