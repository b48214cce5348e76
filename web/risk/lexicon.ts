/** A word as somebody typed it, and the spelling in which it is looked for. */
export interface LexiconEntry {
  readonly word: string;
  readonly spelled: string;
}

export interface LexiconMatch {
  readonly word: string;
  /** Where it stands in the text, and how long it is there. */
  readonly at: number;
  readonly length: number;
}

/** The kind of letter that must not go on beside a word; '' where words need no bounds. */
export type ScriptOf = (char: string) => string;

/** EMS is not found in SYSTEMS. Japanese has no spaces: a word may stand anywhere in it. */
export const latinBounds: ScriptOf = (char) => (/[A-Z]/.test(char) ? 'latin' : '');

/** For goods: neither SSD in SSDI nor リング in スプリング. */
export const goodsBounds: ScriptOf = (char) => {
  if (/[A-Z0-9]/.test(char)) return 'latin';
  return /[ァ-ヺー]/.test(char) ? 'katakana' : '';
};

/** One spelling for words and texts. */
export const spellingOf = (text: string): string => text.normalize('NFKC').toUpperCase();

/**
 * A merchant's words. They are literals, never patterns: what somebody pastes can neither match
 * everything nor make a judgement slow. A text is walked once, whatever the number of words.
 */
export class Lexicon {
  readonly #byFirst = new Map<number, LexiconEntry[]>();
  readonly #script: ScriptOf;

  /** A word that is empty in its spelling would be found everywhere, and is left out. */
  constructor(entries: readonly LexiconEntry[], script: ScriptOf) {
    this.#script = script;
    const longestFirst = entries
      .filter(({ spelled }) => spelled.trim() !== '')
      .sort((one, other) => other.spelled.length - one.spelled.length);
    for (const entry of longestFirst) {
      const first = entry.spelled.charCodeAt(0);
      const same = this.#byFirst.get(first);
      if (same) same.push(entry);
      else this.#byFirst.set(first, [entry]);
    }
  }

  get isEmpty(): boolean {
    return this.#byFirst.size === 0;
  }

  /** Every place where a word stands; `text` in the words' spelling. */
  *matches(text: string): Generator<LexiconMatch> {
    if (this.isEmpty) return;
    for (let at = 0; at < text.length; at += 1) {
      for (const { word, spelled } of this.#byFirst.get(text.charCodeAt(at)) ?? []) {
        if (!text.startsWith(spelled, at) || !this.#isWhole(text, at, spelled)) continue;
        yield { word, at, length: spelled.length };
      }
    }
  }

  /** The first word that stands in the text, as the merchant typed it; empty: none. */
  find(text: string): string {
    const first = this.matches(text).next();
    return first.done ? '' : first.value.word;
  }

  #isWhole(text: string, at: number, spelled: string): boolean {
    const end = at + spelled.length;
    return (
      !this.#continues(text[at - 1], spelled[0]) && !this.#continues(text[end], spelled.at(-1))
    );
  }

  #continues(outside: string | undefined, inside: string | undefined): boolean {
    if (!outside || !inside) return false;
    const script = this.#script(inside);
    return script !== '' && script === this.#script(outside);
  }
}
