import { judged } from '../known.ts';
import { fieldsOf, matchesAmong } from '../list-match.ts';
import type { Signal } from '../signal.ts';

export const blocklistSimilar: Signal = {
  id: 'blocklist-similar',
  group: 'list',
  points: 25,
  checkItem: 'fraud-list',
  counts: true,
  floor: 'caution',
  text: {
    ja: {
      name: '過去の不正と類似',
      reason: '過去に不正があった注文の情報と似ています（{fields:word}）。',
      caution: '同じ建物の別の方ということもあります。',
    },
    en: {
      name: 'Past fraud: similar',
      reason: 'Similar to the details of an earlier fraudulent order ({fields:word}).',
      caution: 'It may be somebody else in the same building.',
    },
  },
  judge(evidence) {
    const isExact = matchesAmong(evidence, ['fraud', 'cod'], 'exact')?.length;
    const similar = isExact ? [] : matchesAmong(evidence, ['fraud', 'cod'], 'similar');
    return judged(similar && similar.length > 0, ['history'], () => ({
      fields: fieldsOf(similar, 'similar'),
    }));
  },
};
