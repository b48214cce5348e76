import { memberCodeOf } from '../forwarders.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const forwarderAddressSuffix: Signal = {
  id: 'forwarder-address-suffix',
  group: 'ship-to',
  points: 22,
  checkItem: 'O4',
  counts: true,
  text: {
    ja: {
      name: '住所末尾の会員番号',
      reason:
        '住所の末尾に会員番号のような英数字があります（{code}）。海外転送サービスの可能性があります。',
      caution: '工場や部署の番号のこともあります。',
    },
    en: {
      name: 'Code after the address',
      reason:
        'The address ends with a code like a member number ({code}): perhaps a forwarding service.',
      caution: 'Factories and departments have codes, too.',
    },
  },
  judge(evidence) {
    const code = memberCodeOf(evidence);
    return judged(code === undefined ? undefined : code !== null, ['shipping'], () => ({
      code: code ?? '',
    }));
  },
};
