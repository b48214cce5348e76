import { cardOf } from '../cards.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

const warnings: ReadonlySet<string> = new Set(['FRAUD_SUSPECTED', 'CARD_TESTING', 'PICK_UP_CARD']);

export const cardIssuerFraudFlag: Signal = {
  id: 'card-issuer-fraud-flag',
  group: 'card',
  points: 25,
  checkItem: 'P2',
  counts: true,
  floor: 'caution',
  text: {
    ja: {
      name: 'カード会社の警告',
      reason: 'カード会社または決済会社が、不正や盗難の疑いを知らせています。',
      caution: 'カード会社の判定も、誤ることがあります。',
    },
    en: {
      name: 'Issuer’s warning',
      reason: 'The card issuer or processor warns of fraud or theft.',
      caution: 'Issuers err, too.',
    },
  },
  judge(evidence) {
    const card = cardOf(evidence);
    if (card === null) return judged(false, []);
    const codes = card?.errorCodes;
    return judged(
      codes?.some((code) => warnings.has(code.toUpperCase())),
      ['card'],
    );
  },
};
