import { placeSignal, placeWords } from '../place-words.ts';

export const shipToPrivateMailbox = placeSignal({
  id: 'ship-to-private-mailbox',
  points: 18,
  pattern: placeWords.privateMailbox,
  text: {
    ja: {
      name: '私書箱宛',
      reason: '私書箱宛のお届けです。',
      caution: '住所を知られたくない方も使います。',
    },
    en: {
      name: 'Private mailbox',
      reason: 'Ship-to is a mailbox.',
      caution: 'People who value their privacy use them.',
    },
  },
});
