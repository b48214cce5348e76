import { forwarderOf } from '../forwarders.ts';
import { judged } from '../known.ts';
import type { Signal } from '../signal.ts';

export const forwarderKnownAddress: Signal = {
  id: 'forwarder-known-address',
  group: 'ship-to',
  points: 28,
  checkItem: 'O4',
  counts: true,
  floor: 'caution',
  words: 'forwarders',
  text: {
    ja: {
      name: '転送サービス宛',
      reason: '海外転送サービス宛の可能性があります（{service}）。',
      caution: '海外のファンが正しく代金を払って使うことも多いサービスです。',
    },
    en: {
      name: 'Forwarding service',
      reason: 'Ship-to looks like a forwarding service ({service}).',
      caution: 'Many honest customers abroad use them.',
    },
  },
  judge(evidence) {
    const service = forwarderOf(evidence);
    if (service === null) return judged(false, []);
    return judged(service === undefined ? undefined : service !== '', ['shipping'], () => ({
      service: service ?? '',
    }));
  },
};
