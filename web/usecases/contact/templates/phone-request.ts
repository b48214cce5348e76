import { orderBlock, type TemplateText } from './template-text.ts';

export const phoneRequest: TemplateText = {
  ja: {
    subject: 'お電話での確認のお願い（ご注文{{注文番号}}）｜{{店名}}',
    text: `{{お名前}}

{{店名}}の{{担当者名}}と申します。
このたびはご注文をいただき、誠にありがとうございます。

発送の前に、ご注文の内容をお電話で確認させていただいております。
{{電話の記録}}
お手数をおかけしますが、{{返信期限}}までに、下の番号へお電話をいただけますでしょうか。

お電話：{{店の電話番号}}
受付時間：{{受付時間}}
定休日：{{定休日}}

お電話が難しい場合は、このメールへのご返信でも承ります。つながりやすい電話番号と時間帯をお知らせください。こちらからおかけいたします。

{{回答リンク}}

確認ができしだい、発送の準備に入ります。どうぞよろしくお願いいたします。

${orderBlock.ja}

{{署名}}`,
  },
  en: {
    subject: 'Please confirm your order {{order number}} by phone | {{shop name}}',
    text: `Dear {{buyer name}},

this is {{staff name}} of {{shop name}}. Thank you very much for your order.

Before we ship it, we would like to confirm it with you by phone.
{{call record}}
Could you please call us by {{reply by}}?

Phone: {{shop phone}}
Opening hours: {{opening hours}}
Closed on: {{closed on}}

If calling is difficult, please reply to this e-mail with a number and a time at which we can reach you. We will call you.

{{answer link}}

We prepare your parcel as soon as this is done. Thank you for your help.

${orderBlock.en}

{{signature}}`,
  },
};
