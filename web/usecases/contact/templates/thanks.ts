import type { TemplateText } from './template-text.ts';

export const thanks: TemplateText = {
  ja: {
    subject: 'ご確認ありがとうございました（ご注文{{注文番号}}）｜{{店名}}',
    text: `{{お名前}}

{{店名}}の{{担当者名}}です。
お忙しいなか、ご注文の確認にご協力いただき、誠にありがとうございました。

{{発送の目安}}
商品の到着まで、どうぞ楽しみにお待ちください。

■ ご注文の内容
ご注文番号：{{注文番号}}
{{注文内容}}

ご不明な点がございましたら、いつでもこのメールへご返信ください。
またのご利用を心よりお待ちしております。

{{署名}}`,
  },
  en: {
    subject: 'Thank you for confirming your order {{order number}} | {{shop name}}',
    text: `Dear {{buyer name}},

this is {{staff name}} of {{shop name}}.
Thank you very much for taking the time to confirm your order.

{{shipping estimate}}
We hope that you will enjoy it.

Your order
Order number: {{order number}}
{{order lines}}

If you have any question, please reply to this e-mail at any time.
We look forward to serving you again.

{{signature}}`,
  },
};
