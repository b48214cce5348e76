import { placeSignal, placeWords } from '../place-words.ts';

export const shipToNetCafe = placeSignal({
  id: 'ship-to-net-cafe',
  points: 20,
  pattern: placeWords.netCafe,
  text: {
    ja: {
      name: 'ネットカフェ宛',
      reason: 'ネットカフェ宛のお届けです。',
      caution: 'お店で働く方のこともあります。',
    },
    en: {
      name: 'Internet café',
      reason: 'Ship-to is an internet café.',
      caution: 'It may be somebody who works there.',
    },
  },
});
