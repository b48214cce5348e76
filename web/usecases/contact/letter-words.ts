import type { CallResult } from '../../contract/contact.ts';
import type { Locale } from '../../contract/level.ts';
import type { PaymentKind } from '../../contract/orders.ts';

/** Sentences that merge fields stand for. `when`, `day`: already written out in the language. */
interface LetterWords {
  readonly nobody: string;
  readonly staff: string;
  honoured(name: string): string;
  called(result: CallResult, when: string): string;
  readonly answer: string;
  readonly pay: string;
  readonly phone: string;
  hours(hours: string, closed: string): string;
  ships(businessDays: number | null): string;
  more(count: number): string;
  readonly payment: Readonly<Record<PaymentKind, string>>;
}

const ja: LetterWords = {
  nobody: 'お客様',
  staff: '担当者',
  honoured: (name) => `${name} 様`,
  called(result, when) {
    if (result === 'not-reached')
      return `${when}にお電話を差し上げましたが、つながりませんでした。`;
    if (result === 'not-in-use' || result === 'another-person') {
      return `${when}にお電話を差し上げましたが、お話しすることができませんでした。`;
    }
    return `${when}のお電話では、お時間をいただきありがとうございました。`;
  },
  answer: 'このご注文にお心当たりがあるかどうかは、次のページからもお答えいただけます。',
  pay: 'お支払いは、次のページからお手続きいただけます。',
  phone: 'お電話：',
  hours: (hours, closed) =>
    [hours && `受付時間 ${hours}`, closed && `定休日 ${closed}`].filter(Boolean).join('、'),
  ships(days) {
    if (days === null) return '準備ができしだい、発送いたします。';
    return days === 0
      ? '本日中を目安に発送いたします。'
      : `${days}営業日以内を目安に発送いたします。`;
  },
  more: (count) => `ほか${count}点`,
  payment: {
    cod: '代金引換',
    card: 'クレジットカード',
    konbini: 'コンビニエンスストアでのお支払い',
    bank: '銀行振込',
    deferred: '後払い',
    other: 'ご注文のときに選ばれた方法',
    none: 'お支払いなし',
  },
};

const en: LetterWords = {
  nobody: 'customer',
  staff: 'the team',
  honoured: (name) => name,
  called(result, when) {
    if (result === 'not-reached') return `We called you on ${when}, but could not reach you.`;
    if (result === 'not-in-use' || result === 'another-person') {
      return `We called you on ${when}, but could not speak with you.`;
    }
    return `Thank you for speaking with us on the phone on ${when}.`;
  },
  answer: 'You can also tell us on this page whether you placed this order:',
  pay: 'You can pay on this page:',
  phone: 'Phone: ',
  hours: (hours, closed) => [hours, closed && `closed on ${closed}`].filter(Boolean).join(', '),
  ships(days) {
    if (days === null) return 'We ship your order as soon as it is ready.';
    if (days === 0) return 'We plan to ship your order today.';
    return `We plan to ship your order within ${days} business day${days === 1 ? '' : 's'}.`;
  },
  more: (count) => `and ${count} more`,
  payment: {
    cod: 'Cash on delivery',
    card: 'Credit card',
    konbini: 'Convenience store',
    bank: 'Bank transfer',
    deferred: 'Pay later',
    other: 'As chosen at checkout',
    none: 'No payment',
  },
};

export const letterWords: Readonly<Record<Locale, LetterWords>> = { ja, en };
