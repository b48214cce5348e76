import type { OutcomeDto } from '../../../../contract/lists.ts';

export const lossParts = ['shippingOut', 'shippingBack', 'codFee', 'goods'] as const;
export type LossPart = (typeof lossParts)[number];
export type LossText = Record<LossPart, string>;

export const noLoss: LossText = { shippingOut: '', shippingBack: '', codFee: '', goods: '' };

/** As much as the API takes, in yen. */
const most: Record<LossPart, number> = {
  shippingOut: 10_000_000,
  shippingBack: 10_000_000,
  codFee: 10_000_000,
  goods: 100_000_000,
};

/** Yen as people type them: full width, with commas or a sign. Null: no whole number. Empty is 0. */
export function yenOf(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[,、¥円\s]/g, '');
  if (plain === '') return 0;
  return /^\d{1,12}$/.test(plain) ? Number(plain) : null;
}

/** Why an amount cannot be kept; a key of `lists.return.*`. */
export function lossProblem(part: LossPart, text: string): 'notWhole' | 'tooBig' | null {
  const yen = yenOf(text);
  if (yen === null) return 'notWhole';
  return yen > most[part] ? 'tooBig' : null;
}

export const lossOf = (text: LossText): NonNullable<OutcomeDto['loss']> => ({
  shippingOut: yenOf(text.shippingOut) ?? 0,
  shippingBack: yenOf(text.shippingBack) ?? 0,
  codFee: yenOf(text.codFee) ?? 0,
  goods: yenOf(text.goods) ?? 0,
});

export const totalLoss = (loss: NonNullable<OutcomeDto['loss']>): number =>
  lossParts.reduce((sum, part) => sum + loss[part], 0);
