import type { CheckoutSettings } from './checkout-settings.ts';

/** Nothing is hidden and nothing refused until the merchant says so. */
export const defaultCheckout: CheckoutSettings = {
  konbiniNames: [],
  bankNames: [],
  rules: [],
  validation: {
    addressWithoutBlock: false,
    postalContradiction: false,
    impossiblePhone: false,
    quantityLimit: null,
    blockedBuyers: false,
    messages: {
      ja: {
        addressWithoutBlock:
          '番地が見当たりません。番地までご入力ください。番地のない住所の場合は「無番地」とご入力ください。',
        postalContradiction: '郵便番号と都道府県が一致していません。ご確認ください。',
        impossiblePhone: '電話番号の桁数をご確認ください。',
        quantityLimit: '一度にご注文いただけるのは合計{max}点までです。',
        blockedBuyers:
          '恐れ入りますが、このままではご注文を承ることができません。お手数ですが、当店までお問い合わせください。',
      },
      en: {
        addressWithoutBlock:
          'Please add the house number (banchi). If the address has none, please enter 無番地.',
        postalContradiction:
          'The postal code does not belong to the prefecture. Please check both.',
        impossiblePhone: 'Please check the number of digits of the phone number.',
        quantityLimit: 'You can order up to {max} items at a time.',
        blockedBuyers: 'We are sorry, but we cannot take this order here. Please contact the shop.',
      },
    },
  },
  shopify: { cvvDecline: 'unknown', threeDsAutomatic: 'unknown', manualCapture: 'unknown' },
};
