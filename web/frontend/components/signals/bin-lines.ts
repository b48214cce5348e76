import type { Settings } from '../../../contract/settings.ts';

export type BinCountry = Settings['judgement']['binCountries'][number];

export const maxBins = 5000;

/** A line that is no card's beginning with its country, and why. */
export interface BadLine {
  /** From 1, as an editor counts. */
  readonly line: number;
  readonly text: string;
  readonly why: 'format' | 'country' | 'twice' | 'tooMany';
}

/** `457173 DK`, `457173,DK`, full width too; a line without a word is passed over. */
export function readBinLines(text: string): { rows: BinCountry[]; bad: BadLine[] } {
  const known = new Map<string, string>();
  const bad: BadLine[] = [];
  text.split(/\r?\n/).forEach((raw, index) => {
    const said = raw.normalize('NFKC').trim();
    if (said === '') return;
    const [, bin, country = ''] = /^(\d{6,8})[\s,;]+([A-Za-z]{2})[\s,;]*$/.exec(said) ?? [];
    const code = country.toUpperCase();
    const why = bin === undefined ? 'format' : faultOf(bin, code, known);
    if (why !== null) bad.push({ line: index + 1, text: raw.trim(), why });
    else if (bin !== undefined) known.set(bin, code);
  });
  return { rows: [...known].map(([bin, country]) => ({ bin, country })), bad };
}

/** The same row twice is harmless; one beginning with two countries is a mistake of the list. */
function faultOf(
  bin: string,
  country: string,
  known: ReadonlyMap<string, string>,
): BadLine['why'] | null {
  if (!isCountry(country)) return 'country';
  const before = known.get(bin);
  if (before !== undefined) return before === country ? null : 'twice';
  return known.size >= maxBins ? 'tooMany' : null;
}

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** ISO keeps these codes free for everybody's own use; only XK (Kosovo) came to mean one country. */
const isFree = (code: string): boolean => /^(AA|Q[M-Z]|X[A-JL-Z]|ZZ)$/.test(code);
const isCountry = (code: string): boolean => !isFree(code) && names.of(code) !== undefined;

export const binText = (rows: readonly BinCountry[]): string =>
  rows.map(({ bin, country }) => `${bin} ${country}`).join('\n');
