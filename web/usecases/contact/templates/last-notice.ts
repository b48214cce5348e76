import { orderBlock, type TemplateText } from './template-text.ts';

export const lastNotice: TemplateText = {
  ja: {
    subject: '【重要】ご注文{{注文番号}}のお取り扱いについて｜{{店名}}',
    text: `{{お名前}}

{{店名}}の{{担当者名}}です。
{{前回の連絡日}}から、ご注文の確認のためにご連絡をしておりますが、まだお返事を確認できておりません。
{{電話の記録}}

誠に恐れ入りますが、{{返信期限}}までにご連絡がない場合は、ご注文をキャンセルさせていただきます。
ご注文を続けられる場合は、その日までに、このメールへのご返信などで一言お知らせください。
{{電話の案内}}

{{回答リンク}}
{{お支払いリンク}}

行き違いですでにご連絡をいただいておりましたら、なにとぞご容赦ください。

${orderBlock.ja}

{{署名}}`,
  },
  en: {
    subject: 'Important: about your order {{order number}} | {{shop name}}',
    text: `Dear {{buyer name}},

this is {{staff name}} of {{shop name}}.
Since {{date of our e-mail}} we have tried to confirm your order with you, but we have not found an answer from you yet.
{{call record}}

We are sorry to say that we will cancel the order if we do not hear from you by {{reply by}}.
If you would like to keep it, a short reply to this e-mail by that day is enough.
{{phone line}}

{{answer link}}
{{payment link}}

If your answer has crossed with this e-mail, please accept our apologies.

${orderBlock.en}

{{signature}}`,
  },
};
