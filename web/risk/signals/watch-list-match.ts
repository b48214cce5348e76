import { judged } from '../known.ts';
import { fieldsOf, matchesAmong } from '../list-match.ts';
import type { Judgement, Signal } from '../signal.ts';

/** A resemblance to a mere candidate is half of a hint. */
const shareOfSimilar = 0.5;

export const watchListMatch: Signal = {
  id: 'watch-list-match',
  group: 'list',
  points: 12,
  checkItem: 'watch-list',
  counts: true,
  text: {
    ja: {
      name: '要注意候補と一致',
      reason: '要注意候補に登録した情報と重なります（{fields:word}）。',
      caution: '候補は問題のある注文とは限りません。誰がなぜ登録したかを確認してください。',
    },
    en: {
      name: 'Watch list: match',
      reason: 'Agrees with an entry of the watch list ({fields:word}).',
      caution: 'A candidate has done nothing wrong so far. See who added the entry and why.',
    },
  },
  judge(evidence): Judgement {
    const exact = matchesAmong(evidence, ['watch'], 'exact');
    if (exact?.length) return { outcome: 'hit', facts: { fields: fieldsOf(exact, 'exact') } };
    const similar = matchesAmong(evidence, ['watch'], 'similar');
    const judgement = judged(similar && similar.length > 0, ['history'], () => ({
      fields: fieldsOf(similar, 'similar'),
    }));
    if (judgement.outcome !== 'hit') return judgement;
    return { ...judgement, weight: shareOfSimilar, counts: false };
  },
};
