import { judged } from '../known.ts';
import { fieldsOf, matchesAmong } from '../list-match.ts';
import type { Signal } from '../signal.ts';

/**
 * Trust beats points and floors (verdict.ts), so it does not hit where past fraud agrees in a key that
 * the trusted entry does not have: whoever took over a trusted mailbox still ships to a known address.
 */
export const allowedListMatch: Signal = {
  id: 'allowed-list-match',
  group: 'reassurance',
  points: -20,
  checkItem: 'allowed-list-match',
  counts: false,
  text: {
    ja: {
      name: '信頼する相手と一致',
      reason: '信頼する相手として登録した情報と一致しています（{fields:word}）。',
      caution:
        'メールやアカウントが他人に使われることもあります。届け先がいつもと違うときは確認してください。',
    },
    en: {
      name: 'Trusted: match',
      reason: 'Matches an entry of the trusted list ({fields:word}).',
      caution: 'Mailboxes and accounts are stolen. Look again where the parcel goes somewhere new.',
    },
  },
  judge(evidence) {
    const allowed = matchesAmong(evidence, ['allowed'], 'exact');
    const frauds = matchesAmong(evidence, ['fraud', 'cod'], 'exact');
    const trusted = new Set(allowed?.flatMap(({ strongKeys }) => strongKeys));
    const isOutweighed = frauds?.some(({ strongKeys }) =>
      strongKeys.some((key) => !trusted.has(key)),
    );
    return judged(allowed && allowed.length > 0 && !isOutweighed, ['history'], () => ({
      fields: fieldsOf(allowed, 'exact'),
    }));
  },
};
