import type { Level, Locale } from '../../contract/level.ts';
import type { CannotHoldReason } from '../../contract/orders.ts';
import type { DeadlineKind } from '../../contract/queue.ts';
import type { AlertMessage, DigestDetails } from '../ports/alert-port.ts';

type By<K extends string, T> = Readonly<Record<Locale, Readonly<Record<K, T>>>>;
type Kind = AlertMessage['kind'];

interface Words {
  /** `name`: of the order; `count`: of cancellations. */
  readonly title: Readonly<Record<Kind, (name: string, count: number) => string>>;
  readonly next: Readonly<Record<Kind, string>>;
  readonly digest: (counts: DigestDetails) => string;
  readonly level: (level: string) => string;
  readonly reason: (reason: string) => string;
  readonly deadline: (kind: string, at: string) => string;
  readonly checks: (names: string) => string;
  readonly answerBy: string;
  readonly open: string;
  readonly footer: string;
}

export const levelWords: By<Level, string> = {
  ja: { normal: '通常', caution: '要確認', high: '危険' },
  en: { normal: 'Normal', caution: 'Check', high: 'High risk' },
};

export const deadlineWords: By<DeadlineKind, string> = {
  ja: { authorization: 'オーソリの期限', ship: '出荷の予定日', reply: '返信の期限' },
  en: { authorization: 'Authorization ends', ship: 'Promised to ship by', reply: 'Answer due' },
};

export const cannotHoldWords: By<CannotHoldReason, string> = {
  ja: {
    waiting: '出荷の準備を待っています',
    shipped: 'すでに発送済みです',
    'in-progress': '倉庫で出荷作業が始まっています',
    'nothing-to-ship': '出荷するものがありません',
    'hold-limit': 'ほかの保留が多く、これ以上保留できません',
    'missing-scope': '出荷を保留する権限がアプリにありません',
    refused: 'Shopify が保留を受け付けませんでした',
  },
  en: {
    waiting: 'it is not prepared for shipment yet',
    shipped: 'it has been shipped already',
    'in-progress': 'the warehouse is working on it',
    'nothing-to-ship': 'there is nothing to ship',
    'hold-limit': 'it has too many other holds',
    'missing-scope': 'the app may not hold shipments',
    refused: 'Shopify did not accept the hold',
  },
};

export const alertWords: Readonly<Record<Locale, Words>> = {
  ja: {
    title: {
      'high-case': (name) => `注文 ${name} の確認をお願いします`,
      'deadline-near': (name) => `注文 ${name} の期限が近づいています`,
      'shipped-anyway': (name) => `保留中の注文 ${name} が発送されました`,
      breaker: () => '自動キャンセルの安全装置が働きました',
      'cannot-hold': (name) => `注文 ${name} の出荷を止められません`,
      digest: (_name, count) => `確認中の注文が ${count}件あります`,
      'data-request': () => 'お客様から、ご自身の情報の開示を求められました',
      test: () => '通知のテストです',
    },
    next: {
      'high-case': '出荷の前に、注文の内容を確認してください。',
      'deadline-near': '期限までに、出荷するかキャンセルするかを決めてください。',
      'shipped-anyway': '荷物を止められるか、配送会社へ相談してください。',
      breaker: '自動キャンセルを止めました。残りの注文は保留のまま、担当者の確認を待っています。',
      'cannot-hold': '倉庫または配送会社へ連絡し、出荷を止められるか確認してください。',
      digest: '',
      'data-request':
        'Sekisho の「設定 › 個人情報」でファイルをダウンロードし、内容を確かめてお客様へ渡してください。',
      test: 'このとおりに届けば、通知の設定は完了です。',
    },
    digest: ({ high, overdue, today }) =>
      `うち危険 ${high}件、期限切れ ${overdue}件、今日が期限 ${today}件`,
    level: (level) => `判定：${level}`,
    reason: (reason) => `理由：${reason}`,
    deadline: (kind, at) => `${kind}：${at}`,
    checks: (names) => `該当した項目：${names}`,
    answerBy: '回答の期限',
    open: '注文を開く',
    footer: 'このお知らせは Sekisho の「設定 › 通知」で変更できます。',
  },
  en: {
    title: {
      'high-case': (name) => `Please check order ${name}`,
      'deadline-near': (name) => `A deadline of order ${name} is near`,
      'shipped-anyway': (name) => `Order ${name} was shipped although it is on hold`,
      breaker: () => 'The cancel breaker has tripped',
      'cannot-hold': (name) => `The shipment of order ${name} cannot be held`,
      digest: (_name, count) => (count === 1 ? '1 order to check' : `${count} orders to check`),
      'data-request': () => 'A customer has asked for their data',
      test: () => 'This is a test message',
    },
    next: {
      'high-case': 'Please look at the order before it is shipped.',
      'deadline-near': 'Please decide until then whether to ship or to cancel.',
      'shipped-anyway': 'Please ask the carrier whether the parcel can be stopped.',
      breaker:
        'Automatic cancelling has stopped. The other orders stay on hold for a person to check.',
      'cannot-hold': 'Please ask the warehouse or the carrier whether it can be stopped.',
      digest: '',
      'data-request':
        'Please download the file in Sekisho under Settings › Personal data, check it, and hand it to the customer.',
      test: 'If you can read this, your alerts are set up.',
    },
    digest: ({ high, overdue, today }) =>
      `High risk: ${high}, overdue: ${overdue}, due today: ${today}`,
    level: (level) => `Level: ${level}`,
    reason: (reason) => `Because: ${reason}`,
    deadline: (kind, at) => `${kind}: ${at}`,
    checks: (names) => `Checks matched: ${names}`,
    answerBy: 'Answer by',
    open: 'Open the order',
    footer: 'These messages can be changed in Sekisho under Settings › Alerts.',
  },
};
