import { judged } from '../known.ts';
import { fieldsOf, matchesAmong } from '../list-match.ts';
import type { Signal } from '../signal.ts';

/**
 * Somebody in whose name others order. The floor stops the parcel until they were asked; it counts
 * nothing and weighs next to nothing, since it is no fault of whoever stands on the order (law 4).
 */
export const protectedRecipient: Signal = {
  id: 'protected-recipient',
  group: 'list',
  points: 1,
  checkItem: 'protected-recipient',
  counts: false,
  floor: 'caution',
  text: {
    ja: {
      name: '保護している届け先',
      reason:
        '保護（被害者）に登録した方の情報です（{fields:word}）。発送の前に、ご本人の注文かを確認してください。',
      caution: 'いたずら注文の被害を受けた方です。ご本人の注文なら、そのまま発送できます。',
    },
    en: {
      name: 'Protected recipient',
      reason:
        'Somebody on the protected list ({fields:word}). Ask them before it ships whether they ordered.',
      caution: 'Pranks were played on this person. If they did order, it can ship as usual.',
    },
  },
  judge(evidence) {
    const exact = matchesAmong(evidence, ['protected'], 'exact');
    const similar = matchesAmong(evidence, ['protected'], 'similar');
    const found = exact?.length ? exact : similar;
    return judged(found && found.length > 0, ['history'], () => ({
      fields: fieldsOf(found, exact?.length ? 'exact' : 'similar'),
    }));
  },
};
