/** Letters of `a` that stand within reach in `b`, in their order. */
function sharedLetters(a: string, b: string, reach: number): string {
  const left = [...b];
  let shared = '';
  for (let at = 0; at < a.length; at += 1) {
    const from = Math.max(0, at - reach);
    const found = left.slice(from, at + reach + 1).indexOf(a.charAt(at));
    if (found < 0) continue;
    left[from + found] = '';
    shared += a.charAt(at);
  }
  return shared;
}

/**
 * Jaro–Winkler similarity, 0 (nothing in common) to 1 (equal). For names in letters only: of two
 * addresses it says 0.98 although their block numbers are swapped.
 */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const ofA = sharedLetters(a, b, reach);
  const ofB = sharedLetters(b, a, reach);
  const shared = Math.min(ofA.length, ofB.length);
  if (shared === 0) return 0;
  const swapped = [...ofA].filter((letter, at) => letter !== ofB.charAt(at)).length / 2;
  const jaro = (shared / a.length + shared / b.length + (shared - swapped) / shared) / 3;
  let prefix = 0;
  while (prefix < 4 && a.charAt(prefix) !== '' && a.charAt(prefix) === b.charAt(prefix))
    prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}
