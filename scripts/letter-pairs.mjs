const alphabet = '^abcdefghijklmnopqrstuvwxyz';
/** Counts that no text has: a pair that was never seen is rare, not impossible. */
const unseen = 0.5;

/** log2 of how likely each letter follows another in names, Japanese and foreign ones in letters. */
function likelihoods(words) {
  const counts = alphabet.split('').map(() => alphabet.split('').map(() => unseen));
  for (const word of words) {
    let before = 0;
    for (const letter of word) {
      const at = alphabet.indexOf(letter);
      counts[before][at] += 1;
      before = at;
    }
  }
  return counts.map((row) => {
    const sum = row.reduce((total, count) => total + count, 0);
    return row.map((count) => Math.log2(count / sum));
  });
}

/** The source of web/japan/data/letter-pairs.ts, a table of 27 × 27 numbers. */
export function letterPairs(rows) {
  const words = rows.map(({ romaji }) =>
    romaji
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z]/g, ''),
  );
  const table = likelihoods(words).map(
    (row, at) =>
      `  '${alphabet[at]}${row.map((value) => ` ${Math.round(-value * 10)}`).join('')}',`,
  );
  return `/**
 * How seldom a letter follows another in names written in letters: −10 × log2 of its share. A row is
 * the first letter (^: the beginning) and 27 numbers for ^ and a to z. Written by
 * scripts/vendor-names.mjs from ENAMDICT; see LICENCE-names.md.
 */
export const letterPairs: readonly string[] = [
${table.join('\n')}
];
`;
}
