/** Lists of single words; goods that are resold have a price beside each and a form of their own. */
export const wordLists = ['forwarders', 'shortStay', 'hotels', 'urgent', 'freeMail'] as const;
export type WordList = (typeof wordLists)[number];

export const maxWords = 500;

export type WordProblem = 'twice' | 'domain' | 'full';

const plain = (word: string): string => word.normalize('NFKC').toLowerCase().trim();

/** What was typed as the list keeps it: a pasted address gives its domain. */
export function wordOf(list: WordList, typed: string): string {
  const word = typed.trim();
  return list === 'freeMail' ? plain(word).replace(/^.*@/, '') : word;
}

/** Why a word is not taken, or null. */
export function problemOf(
  list: WordList,
  word: string,
  own: readonly string[],
  builtIn: readonly string[],
): WordProblem | null {
  if (list === 'freeMail' && !/^[a-z0-9.-]+\.[a-z]{2,}$/.test(word)) return 'domain';
  if ([...own, ...builtIn].some((known) => plain(known) === plain(word))) return 'twice';
  return own.length >= maxWords ? 'full' : null;
}
