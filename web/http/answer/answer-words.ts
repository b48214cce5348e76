import type { Locale } from '../../contract/level.ts';

/** Sentences of the buyer's page: short, calm, accusing nobody, promising nothing that the shop has not. */
export interface AnswerWords {
  readonly title: string;
  readonly order: string;
  readonly goods: string;
  readonly quantity: (count: number) => string;
  readonly intro: (shop: string) => string;
  readonly question: string;
  readonly hint: string;
  readonly ordered: string;
  readonly notOrdered: string;
  readonly nothingYet: string;
  readonly heading: Readonly<Record<Told, string>>;
  readonly lines: Readonly<Record<Told, readonly string[]>>;
  readonly change: string;
  readonly reach: string;
  readonly phone: string;
  readonly mail: string;
  readonly hours: string;
  readonly closed: string;
  /** Name of the other language, in that language. */
  readonly other: string;
}

/** What the page can have to say where nothing is asked. */
export type Told =
  | 'ordered'
  | 'not-ordered'
  | 'confirmed'
  | 'shipped'
  | 'cancelled'
  | 'gone'
  | 'busy';

const ja: AnswerWords = {
  title: 'ご注文の確認',
  order: 'ご注文番号',
  goods: '商品',
  quantity: (count) => `${count}点`,
  intro: (shop) =>
    shop === ''
      ? 'ご注文の内容を確認させていただいています。'
      : `${shop}です。ご注文の内容を確認させていただいています。`,
  question: 'このご注文にお心当たりはありますか。',
  hint: 'ご家族の方がご注文されていないかも、あわせてご確認ください。',
  ordered: '注文しました',
  notOrdered: '注文していません',
  nothingYet: 'ボタンを押すまで、お店には何も伝わりません。',
  heading: {
    ordered: 'ご回答ありがとうございます',
    'not-ordered': 'お知らせいただきありがとうございます',
    confirmed: 'ご回答は必要ありません',
    shipped: 'このご注文の商品は発送されています',
    cancelled: 'このご注文はキャンセルされています',
    gone: 'このページは表示できません',
    busy: 'アクセスが集中しています',
  },
  lines: {
    ordered: [
      '「注文しました」とお店にお伝えしました。',
      'お店が内容を確認します。ほかにお伺いしたいことがあるときは、お店からご連絡します。',
    ],
    'not-ordered': [
      '「注文していません」とお店にお伝えしました。',
      '商品が届いたときは、受け取りやお支払いの前に、お店へご連絡ください。',
    ],
    confirmed: [
      'このご注文の確認は終わっています。',
      'お心当たりがないときは、お店へご連絡ください。',
    ],
    shipped: ['お心当たりがないときは、受け取りやお支払いの前に、お店へご連絡ください。'],
    cancelled: ['ご回答は必要ありません。ご不明な点は、お店へご連絡ください。'],
    gone: [
      'リンクの期限が過ぎたか、リンクの一部が欠けています。メールのリンクが途中で改行されているときは、つなげて開き直してください。',
      '開けないときは、届いたメールに返信するか、メールに書かれているお店の連絡先へご連絡ください。',
    ],
    busy: ['1分ほど待ってから、もう一度開いてください。'],
  },
  change: '回答を変えたいときや、ご質問があるときは、お店へ直接ご連絡ください。',
  reach: 'お店の連絡先',
  phone: '電話',
  mail: 'メール',
  hours: '受付時間',
  closed: '定休日',
  other: 'English',
};

const en: AnswerWords = {
  title: 'About your order',
  order: 'Order number',
  goods: 'Items',
  quantity: (count) => `Quantity: ${count}`,
  intro: (shop) =>
    shop === ''
      ? 'We would like to confirm an order with you.'
      : `This is ${shop}. We would like to confirm an order with you.`,
  question: 'Did you place this order?',
  hint: 'Please also check whether somebody in your family ordered it.',
  ordered: 'I ordered this',
  notOrdered: 'I did not order this',
  nothingYet: 'Nothing is sent to the shop until you press a button.',
  heading: {
    ordered: 'Thank you for your answer',
    'not-ordered': 'Thank you for telling us',
    confirmed: 'No answer is needed',
    shipped: 'This order has been shipped',
    cancelled: 'This order has been cancelled',
    gone: 'This page cannot be shown',
    busy: 'Too many requests',
  },
  lines: {
    ordered: [
      'We have told the shop: “I ordered this”.',
      'The shop will look at your order, and will contact you if anything else is needed.',
    ],
    'not-ordered': [
      'We have told the shop: “I did not order this”.',
      'If a parcel arrives, please contact the shop before you accept or pay for it.',
    ],
    confirmed: [
      'This order has been confirmed already.',
      'If you do not know this order, please contact the shop.',
    ],
    shipped: ['If you do not know this order, please contact the shop before you accept or pay.'],
    cancelled: ['No answer is needed. If you have a question, please contact the shop.'],
    gone: [
      'The link is too old, or a part of it is missing. If the link is broken over two lines in your mail, please join them and open it again.',
      'If it still does not open, please reply to the mail, or contact the shop as the mail says.',
    ],
    busy: ['Please wait a minute and open this page again.'],
  },
  change: 'To change your answer, or to ask something, please contact the shop directly.',
  reach: 'How to reach the shop',
  phone: 'Phone',
  mail: 'Mail',
  hours: 'Hours',
  closed: 'Closed',
  other: '日本語',
};

export const answerWords: Readonly<Record<Locale, AnswerWords>> = { ja, en };
