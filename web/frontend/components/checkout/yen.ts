/** The highest amount that the settings take. */
export const mostYen = 100_000_000;

/** What was typed as a whole amount, in full width and with commas too; null: empty; undefined: none. */
export function yenOf(typed: string): number | null | undefined {
  const text = typed.normalize('NFKC').replaceAll(/[,\s¥円]/g, '');
  if (text === '') return null;
  const amount = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return amount <= mostYen ? amount : undefined;
}
