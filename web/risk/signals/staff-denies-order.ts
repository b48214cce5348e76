import { staffSignal } from '../staff-signal.ts';

export const staffDeniesOrder = staffSignal({
  id: 'staff-denies-order',
  points: 60,
  checkItem: 'denied',
  floor: 'high',
  text: {
    ja: {
      name: '注文の覚えがない',
      reason: 'ご本人から「注文した覚えがない」との回答がありました。',
      caution: 'ご家族が注文していないかも聞いてください。',
    },
    en: {
      name: 'Did not order',
      reason: 'The person named says that they did not order.',
      caution: 'Ask whether somebody in the family did.',
    },
  },
});
