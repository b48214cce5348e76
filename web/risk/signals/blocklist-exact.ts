import { judged } from '../known.ts';
import { fieldsOf, matchesAmong } from '../list-match.ts';
import type { Signal } from '../signal.ts';

export const blocklistExact: Signal = {
  id: 'blocklist-exact',
  group: 'list',
  points: 60,
  checkItem: 'fraud-list',
  counts: true,
  floor: 'high',
  text: {
    ja: {
      name: '過去の不正と一致',
      reason: '過去に不正があった注文の情報と一致しています（{fields:word}）。',
      caution:
        '寮・会社・転送倉庫など、同じ住所を別の人が使うことがあります。誰がなぜ登録したかを確認してください。',
    },
    en: {
      name: 'Past fraud: match',
      reason: 'Matches the details of an earlier fraudulent order ({fields:word}).',
      caution:
        'Dormitories, offices and forwarding warehouses are shared. See who added the entry and why.',
    },
  },
  judge(evidence) {
    const matches = matchesAmong(evidence, ['fraud', 'cod'], 'exact');
    return judged(matches && matches.length > 0, ['history'], () => ({
      fields: fieldsOf(matches, 'exact'),
    }));
  },
};
