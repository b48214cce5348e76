import { placeSignal, placeWords } from '../place-words.ts';

export const shipToVacantUnit = placeSignal({
  id: 'ship-to-vacant-unit',
  points: 20,
  pattern: placeWords.vacantUnit,
  text: {
    ja: {
      name: '空室の可能性',
      reason: 'お届け先が空室・空き家の可能性があります。',
      caution: '入居したばかりの方もいます。',
    },
    en: {
      name: 'Vacant unit',
      reason: 'Ship-to may be a vacant unit.',
      caution: 'Somebody may just have moved in.',
    },
  },
});
