/** The alternatives of a pattern's source, those inside brackets left together. */
function alternativesOf(source: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let own = '';
  for (const char of source) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (char === '|' && depth === 0) {
      found.push(own);
      own = '';
    } else own += char;
  }
  return [...found, own];
}

const lookBehind = /^\(\?<!(?:[^()]*)\)/;

/**
 * The pattern as the checkout functions have it written out: in front, the letters with which its
 * alternatives begin, so that the engine tries them only there. Fails where one begins with no plain letter.
 */
export function startingWith(source: string): string {
  const letters = alternativesOf(source).map((one) => one.replace(lookBehind, '').charAt(0));
  if (letters.some((letter) => !/[\p{L}]/u.test(letter))) throw new Error(`odd start: ${source}`);
  return `(?=[${[...new Set(letters)].join('')}])(?:${source})`;
}
