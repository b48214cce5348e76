import { orderBlock, type TemplateText } from './template-text.ts';

/** Says what the shop asks for, and invents no reason (a "system error") for it. */
export const prepaidRequest: TemplateText = {
  ja: {
    subject: 'お支払い方法についてのお願い（ご注文{{注文番号}}）｜{{店名}}',
    text: `{{お名前}}

{{店名}}の{{担当者名}}と申します。
このたびはご注文をいただき、誠にありがとうございます。

誠に恐れ入りますが、今回のご注文は、先にお支払いをいただいてから発送させていただきたく、ご連絡いたしました。
{{電話の記録}}

{{お支払いリンク}}

銀行振込やコンビニエンスストアでの前払いをご希望の場合は、このメールへのご返信でお知らせください。お手続きの方法をご案内いたします。

お手数をおかけしますが、{{返信期限}}までにお手続き、またはご返信をいただけますと幸いです。
お支払いを確認しだい、発送いたします。

${orderBlock.ja}

{{署名}}`,
  },
  en: {
    subject: 'About the payment of your order {{order number}} | {{shop name}}',
    text: `Dear {{buyer name}},

this is {{staff name}} of {{shop name}}. Thank you very much for your order.

For this order, we would like to ask you to pay in advance. We ship it after we have received your payment.
{{call record}}

{{payment link}}

If you prefer a bank transfer or a payment at a convenience store, please reply to this e-mail. We will tell you how to do it.

We would be glad if you could pay, or reply, by {{reply by}}.
Thank you for your understanding.

${orderBlock.en}

{{signature}}`,
  },
};
