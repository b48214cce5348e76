import { staffSignal } from '../staff-signal.ts';

export const staffIdRefused = staffSignal({
  id: 'staff-id-refused',
  points: 20,
  checkItem: 'id-refused',
  text: {
    ja: {
      name: '本人確認に応じない',
      reason: '本人確認や支払い方法の変更に応じてもらえません。',
      caution: '書類を送ることに不安を感じる方もいます。前払いもご案内できます。',
    },
    en: {
      name: 'Refuses to confirm',
      reason: 'Refuses to show identity or to pay in another way.',
      caution: 'Sending papers worries people; offer prepayment.',
    },
  },
});
