import { is3dsAuthenticated } from '../cards.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const threeDsAuthenticated: Signal = {
  id: 'three-ds-authenticated',
  group: 'reassurance',
  points: -12,
  checkItem: 'three-ds-authenticated',
  counts: false,
  text: {
    ja: {
      name: '本人認証済み',
      reason: '本人認証サービス（3Dセキュア）で認証されています。',
      caution: '代引きやお届け先の確認には関わりません。',
    },
    en: {
      name: '3-D Secure',
      reason: 'Authenticated by 3-D Secure.',
      caution: 'It says nothing about COD or the ship-to address.',
    },
  },
  judge(evidence) {
    return judged(is3dsAuthenticated(evidence), ['card']);
  },
};
