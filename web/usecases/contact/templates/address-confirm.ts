import { orderBlock, type TemplateText } from './template-text.ts';

export const addressConfirm: TemplateText = {
  ja: {
    subject: 'お届け先の確認のお願い（ご注文{{注文番号}}）｜{{店名}}',
    text: `{{お名前}}

{{店名}}の{{担当者名}}と申します。
このたびはご注文をいただき、誠にありがとうございます。

商品を確実にお届けするため、お届け先の確認をお願いいたします。
{{電話の記録}}

■ いただいているお届け先
{{お届け先}}

番地、建物名、お部屋の番号に抜けや違いがないかをご覧いただき、{{返信期限}}までに、このメールへのご返信でお知らせください。
違いがない場合も、「このままで」と一言いただけますと幸いです。確認ができしだい、発送いたします。
{{電話の案内}}

${orderBlock.ja}

{{署名}}`,
  },
  en: {
    subject: 'Please confirm the delivery address of {{order number}} | {{shop name}}',
    text: `Dear {{buyer name}},

this is {{staff name}} of {{shop name}}. Thank you very much for your order.

To be sure that it reaches you, we would like to confirm where to send it.
{{call record}}

The address that we have
{{delivery address}}

Is anything missing or different: the house number, the building, the room? Please reply to this e-mail by {{reply by}}.
If everything is right, a short "yes" is enough. We ship as soon as we know.
{{phone line}}

${orderBlock.en}

{{signature}}`,
  },
};
