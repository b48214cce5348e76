import { staffSignal } from '../staff-signal.ts';

export const staffAddressNonexistent = staffSignal({
  id: 'staff-address-nonexistent',
  points: 25,
  checkItem: 'V2',
  text: {
    ja: {
      name: '地図で住所を確認できない',
      reason: '地図で住所を確認できません。',
      caution: '新しい住宅地のことがあります。',
    },
    en: {
      name: 'Not on the map',
      reason: 'The address is not on the map.',
      caution: 'It may be a new quarter.',
    },
  },
});
