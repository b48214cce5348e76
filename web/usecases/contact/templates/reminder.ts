import { orderBlock, type TemplateText } from './template-text.ts';

export const reminder: TemplateText = {
  ja: {
    subject: '【再送】ご注文{{注文番号}}の確認について｜{{店名}}',
    text: `{{お名前}}

{{店名}}の{{担当者名}}です。
{{前回の連絡日}}に、ご注文の確認についてメールをお送りしました。無事に届いておりますでしょうか。
迷惑メールのフォルダーに入っていることもありますので、お手すきの際にご覧いただけますと幸いです。
{{電話の記録}}

まだの場合は、{{返信期限}}までに、このメールへのご返信などでお知らせください。
{{電話の案内}}

{{回答リンク}}
{{お支払いリンク}}

行き違いですでにご連絡をいただいておりましたら、なにとぞご容赦ください。

${orderBlock.ja}

{{署名}}`,
  },
  en: {
    subject: 'A gentle reminder about your order {{order number}} | {{shop name}}',
    text: `Dear {{buyer name}},

this is {{staff name}} of {{shop name}}.
On {{date of our e-mail}} we wrote to you about your order. Has our e-mail reached you?
It may be in your spam folder; we would be glad if you had a look when you have a moment.
{{call record}}

If you have not answered yet, please let us know by {{reply by}}, for example by replying to this e-mail.
{{phone line}}

{{answer link}}
{{payment link}}

If your answer has crossed with this e-mail, please accept our apologies.

${orderBlock.en}

{{signature}}`,
  },
};
