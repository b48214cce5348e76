import { orderBlock, type TemplateText } from './template-text.ts';

export const cancelled: TemplateText = {
  ja: {
    subject: 'ご注文{{注文番号}}のキャンセルのお知らせ｜{{店名}}',
    text: `{{お名前}}

{{店名}}の{{担当者名}}です。
誠に勝手ながら、下記のご注文をキャンセルいたしましたので、お知らせいたします。

お支払いについてご不明な点がございましたら、このメールへのご返信でお知らせください。
商品をあらためてご希望の場合も、どうぞお気軽にご連絡ください。
{{電話の案内}}

${orderBlock.ja}

{{署名}}`,
  },
  en: {
    subject: 'Your order {{order number}} was cancelled | {{shop name}}',
    text: `Dear {{buyer name}},

this is {{staff name}} of {{shop name}}.
We are sorry to tell you that we have cancelled the order below.

If you have a question about your payment, please reply to this e-mail.
If you would still like to have the goods, please write to us as well.
{{phone line}}

${orderBlock.en}

{{signature}}`,
  },
};
