import type { ErrorCode } from '../contract/errors.ts';
import type { Locale } from '../contract/level.ts';

/** One sentence a code: what happened, then what to do. The browser has its own, longer ones. */
export const errorMessages: Readonly<Record<ErrorCode, Readonly<Record<Locale, string>>>> = {
  invalid: {
    ja: '入力内容を確認してください。',
    en: 'Please check what was entered.',
  },
  invalid_json: {
    ja: '送信された内容を読み取れませんでした。',
    en: 'The request could not be read.',
  },
  invalid_shop: {
    ja: 'Shopify の管理画面から開いてください。',
    en: 'Please open this app from Shopify admin.',
  },
  unauthorized: {
    ja: 'Shopify の管理画面から開き直してください。',
    en: 'Please open this app again from Shopify admin.',
  },
  not_allowed: {
    ja: 'この操作の権限がありません。ストアのオーナーに確認してください。',
    en: 'You may not do this. Please ask the store owner.',
  },
  not_found: { ja: '見つかりませんでした。', en: 'This was not found.' },
  payload_too_large: {
    ja: '送信された内容が大きすぎます。',
    en: 'The request is too large.',
  },
  too_many_requests: {
    ja: 'アクセスが集中しています。少し待ってからもう一度お試しください。',
    en: 'Too many requests. Please wait a moment and try again.',
  },
  nothing_to_void: {
    ja: '解除できるオーソリ（与信枠）がありません。',
    en: 'There is no authorization to void.',
  },
  already_cancelled: {
    ja: 'この注文はすでにキャンセルされています。',
    en: 'This order is cancelled already.',
  },
  already_shipped: {
    ja: 'この注文はすでに出荷されています。',
    en: 'This order has shipped already.',
  },
  already_captured: {
    ja: 'この注文の売上はすでに確定しています。',
    en: 'The payment of this order is captured already.',
  },
  too_late: {
    ja: 'もう取り消せません。操作は実行されています。',
    en: 'It is too late to undo this; it has been carried out.',
  },
  plan_changed: {
    ja: '注文の支払い・出荷の状態が変わりました。内容を確認して、もう一度操作してください。',
    en: 'The payment or shipment of this order has changed. Please look again before you go on.',
  },
  refused_by_shopify: {
    ja: 'Shopify がこの操作を受け付けませんでした。',
    en: 'Shopify did not accept this.',
  },
  mail_sent_already: {
    ja: 'このメールはもう送信されています。',
    en: 'This mail has been sent already.',
  },
  settings_changed: {
    ja: '設定がほかの人によって変更されています。読み込み直してください。',
    en: 'The settings were changed by someone else. Please load them again.',
  },
  shopify_unreachable: {
    ja: 'Shopify に接続できません。少し待ってからもう一度お試しください。',
    en: 'Shopify cannot be reached. Please wait a moment and try again.',
  },
  unavailable: {
    ja: 'ただいま利用できません。少し待ってからもう一度お試しください。',
    en: 'This is not available right now. Please wait a moment and try again.',
  },
  internal: {
    ja: '処理できませんでした。続く場合は、表示された番号をお知らせください。',
    en: 'Something went wrong. If it happens again, please tell us the request id.',
  },
};
