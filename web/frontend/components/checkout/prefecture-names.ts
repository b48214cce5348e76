import type { TFunction } from 'i18next';

/** Every prefecture by its JIS code (JP-01 …), north to south, in the reader's language. */
export const prefectureNames = (t: TFunction): { code: string; name: string }[] =>
  t('checkout.prefectureNames')
    .split(' ')
    .map((name, index) => ({ code: `JP-${String(index + 1).padStart(2, '0')}`, name }));

export const prefectureName = (code: string, t: TFunction): string =>
  prefectureNames(t).find((each) => each.code === code)?.name ?? code;
