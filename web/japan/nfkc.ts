/** NFKC changes none of these: plain kana and kanji, and ASCII. */
const odd = /[^ -~ぁ-ゖ一-鿿ァ-ヺー々〇]/;
/** Whether NFKC could change anything. */
export const isOdd = (text: string): boolean => odd.test(text);

/**
 * `text.normalize('NFKC')`, from the first letter on that it can change, and the one in front, which a mark
 * may join (か + U+3099): a letter costs a checkout function up to 5,000 instructions, and most are plain.
 */
export function toNfkc(text: string): string {
  const at = text.search(odd);
  if (at < 0) return text;
  const from = at > 0 ? at - 1 : 0;
  return text.slice(0, from) + text.slice(from).normalize('NFKC');
}
