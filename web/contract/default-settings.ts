import { defaultCheckout } from './default-checkout.ts';
import type { Settings } from './settings.ts';

const noticeJa =
  '当店のクレジットカード決済では、第三者による不正利用を防ぐため、本人認証サービス（3Dセキュア）とセキュリティコードによる確認を行っています。' +
  'カード会社の画面で認証を求められることがあります。ご本人以外のカードはご利用いただけません。' +
  '不正が疑われるご注文は、発送の前に確認のご連絡を差し上げます。';
const noticeEn =
  'To protect cardholders, card payments in this shop are checked by 3-D Secure and the security code. ' +
  'Your card issuer may ask you to confirm that it is you. Please use only a card in your own name. ' +
  'If something looks unusual, we will contact you before we ship.';

/** A new shop observes only: nothing is written to its orders until the merchant switches to `act`. */
export const defaultSettings: Settings = {
  revision: 0,
  mode: 'observe',
  language: 'ja',
  caution: 'hold',
  high: 'hold',
  holdOrdinaryCaution: false,
  cod: {
    blocked: false,
    reaction: 'hold',
    names: ['代金引換', '代引き', '代引', 'Cash on Delivery (COD)', 'Cash on Delivery'],
    checkoutNames: [],
  },
  cvv: {
    mandatory: false,
    failed: 'hold',
    notChecked: 'tag',
    unknown: 'nothing',
    walletsAndSavedCards: 'nothing',
  },
  threeDsNotice: { enabled: false, ja: noticeJa, en: noticeEn },
  checkout: defaultCheckout,
  judgement: {
    preset: 'balanced',
    by: 'both',
    cautionChecks: 4,
    highChecks: 7,
    cautionPoints: 30,
    highPoints: 60,
    coldStartThreshold: 50_000,
    allCards3ds: false,
    homeCountry: 'JP',
    signals: {},
    parameters: {},
    words: {
      forwarders: [],
      shortStay: [],
      hotels: [],
      resaleGoods: [],
      urgent: [],
      freeMail: [],
    },
    guardAllSignals: false,
    binCountries: [],
  },
  undoSeconds: 10,
  automaticUndoMinutes: 30,
  permissions: { cancel: 'anyone', settings: 'anyone', listed: [] },
  retentionMonths: 36,
};
