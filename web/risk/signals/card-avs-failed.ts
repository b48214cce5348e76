import { cardCountry, cardOf } from '../cards.ts';
import { hit, noHit, type Signal, unknown } from '../signal.ts';

/** Japanese issuers do not check addresses: for their cards it is shown and weighs nothing. */
export const cardAvsFailed: Signal = {
  id: 'card-avs-failed',
  group: 'card',
  points: 8,
  checkItem: 'P2',
  counts: true,
  text: {
    ja: {
      name: 'カードの登録住所と不一致',
      reason: 'カード会社に登録された住所と一致しません。',
      caution: '日本のカードの多くは、この確認に対応していません。',
    },
    en: {
      name: 'Card address differs',
      reason: 'The card issuer has another address.',
      caution: 'Most Japanese cards do not support this check.',
    },
  },
  judge(evidence) {
    const card = cardOf(evidence);
    const code = card?.avs?.trim().toUpperCase();
    if (card === null) return noHit;
    if (!code) return unknown('card');
    if (code !== 'N') return noHit;
    return cardCountry(evidence) === 'JP' ? { ...hit(), weight: 0, counts: false } : hit();
  },
};
