/** A notice to buyers; a language whose text is empty shows nothing. No zod here: pages load this file. */
export interface Notice {
  readonly enabled: boolean;
  readonly ja: string;
  readonly en: string;
}

/** Keys of the settings document, in the order in which buyers see the notices. */
export const noticeKinds = ['threeDsNotice', 'fraudNotice'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** The shop metafield (`$app`, storefront: public read) that the theme and the checkout blocks read. */
export const noticeKeys = {
  threeDsNotice: 'three_ds_notice',
  fraudNotice: 'fraud_notice',
} as const satisfies Record<NoticeKind, string>;

type BothLanguages = Pick<Notice, 'ja' | 'en'>;

/** The headings above the notices; the extensions' locales hold the same (a test compares). */
export const noticeTitles: Readonly<Record<NoticeKind, BothLanguages>> = {
  threeDsNotice: { ja: 'カード決済について', en: 'About card payments' },
  fraudNotice: { ja: '不正注文の防止について', en: 'How we prevent fraud' },
};

/** Off until the merchant switches them on: what a shop tells its buyers is the merchant's to say. */
export const defaultNotices: Readonly<Record<NoticeKind, Notice>> = {
  threeDsNotice: {
    enabled: false,
    ja:
      '当店のクレジットカード決済では、第三者による不正利用を防ぐため、本人認証サービス（3Dセキュア）とセキュリティコードによる確認を行っています。' +
      'カード会社の画面で認証を求められることがあります。ご本人以外のカードはご利用いただけません。' +
      '不正が疑われるご注文は、発送の前に確認のご連絡を差し上げます。',
    en:
      'To protect cardholders, card payments in this shop are checked by 3-D Secure and the security code. ' +
      'Your card issuer may ask you to confirm that it is you. Please use only a card in your own name. ' +
      'If something looks unusual, we will contact you before we ship.',
  },
  fraudNotice: {
    enabled: false,
    ja:
      '当店では、安心してお買い物いただけるよう、不正なご注文の防止に取り組んでいます。' +
      'ご注文時のIPアドレスとアクセスログを記録しており、不正利用が疑われる場合は、法令に従って警察やカード会社に提供することがあります。' +
      '過去に不正に使われたお届け先と一致するご注文は、確認のうえキャンセルすることがあります。' +
      '発送の前に、確認のご連絡を差し上げる場合があります。',
    en:
      'So that everyone can shop here safely, we work to prevent fraudulent orders. ' +
      'We record the IP address and access logs of orders and, where misuse is suspected, may provide them ' +
      'to the police or the card issuer as the law allows. ' +
      'An order to an address that was used for fraud in the past may be cancelled after we have checked it. ' +
      'We may contact you about your order before we ship it.',
  },
};

export const sentenceIds = ['family', 'domestic', 'identity', 'forwarding'] as const;
export type NoticeSentence = (typeof sentenceIds)[number];

/** Sentences that not every shop wants: staff add them to a notice with one click. */
export const noticeSentences: Readonly<
  Record<NoticeSentence, BothLanguages & { readonly notice: NoticeKind }>
> = {
  family: {
    notice: 'threeDsNotice',
    ja: 'ご家族名義のカードもご利用いただけません。ご注文者ご本人の名義のカードをお使いください。',
    en: 'Cards in a family member’s name cannot be used either; please use a card in your own name.',
  },
  domestic: {
    notice: 'threeDsNotice',
    ja: 'ご利用いただけるのは、日本国内で発行されたカードのみです。',
    en: 'We accept only cards issued in Japan.',
  },
  identity: {
    notice: 'fraudNotice',
    ja: 'ご本人の確認のため、お電話で、運転免許証やパスポートなどの本人確認書類のご提示をお願いすることがあります。',
    en: 'To confirm who is ordering, we may phone you and ask for proof of identity such as a driver’s licence or passport.',
  },
  forwarding: {
    notice: 'fraudNotice',
    ja: '海外への転送サービスへのお届けや、海外で発行されたカードでのご注文は、お受けできずキャンセルする場合があります。',
    en: 'Orders to forwarding services that ship abroad, or paid with cards issued outside Japan, may not be accepted and may be cancelled.',
  },
};
