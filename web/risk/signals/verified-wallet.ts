import { cardOf } from '../cards.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

const wallets: ReadonlySet<string> = new Set(['APPLE_PAY', 'GOOGLE_PAY', 'AMAZON_PAY']);

export const verifiedWallet: Signal = {
  id: 'verified-wallet',
  group: 'reassurance',
  points: -5,
  checkItem: 'verified-wallet',
  counts: false,
  text: {
    ja: {
      name: '認証済みウォレット',
      reason: '端末やサービスで本人認証を行うウォレットで支払われています。',
      caution: '端末ごと他人に使われることもあります。',
    },
    en: {
      name: 'Authenticated wallet',
      reason: 'Paid with a wallet that authenticates its owner.',
      caution: 'Devices are stolen.',
    },
  },
  judge(evidence) {
    const card = cardOf(evidence);
    if (card === null) return judged(false, []);
    const wallet = card?.wallet;
    const condition = wallets.has(wallet?.trim().toUpperCase() ?? '');
    return judged(wallet === undefined ? undefined : condition, ['card']);
  },
};
