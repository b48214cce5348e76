import { looksLikeAGift } from '../contents.ts';
import { hit, noHit, type Signal, unknown } from '../signal.ts';
import { leadDays, urgencyOf } from '../urgency.ts';

/** A present that must arrive in time weighs half. */
export const urgentDeliveryRequest: Signal = {
  id: 'urgent-delivery-request',
  group: 'contents',
  points: 8,
  checkItem: 'urgent',
  counts: true,
  parameters: [leadDays],
  words: 'urgent',
  text: {
    ja: {
      name: '急ぎの指定',
      reason: 'お届けを急ぐ指定があります（{text}）。',
      caution: '誕生日や記念日の贈り物かもしれません。',
    },
    en: {
      name: 'Pressing for delivery',
      reason: 'The buyer presses for early delivery ({text}).',
      caution: 'It may be for a birthday or an anniversary.',
    },
  },
  judge(evidence) {
    const text = urgencyOf(evidence);
    if (text === undefined) return unknown('note');
    if (text === '') return noHit;
    return { ...hit({ text }), ...(looksLikeAGift(evidence) ? { weight: 0.5 } : {}) };
  },
};
