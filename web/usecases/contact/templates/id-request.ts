import { orderBlock, type TemplateText } from './template-text.ts';

/** Papers are shown, never sent: what is not received cannot leak. */
export const idRequest: TemplateText = {
  ja: {
    subject: 'ご本人さまの確認のお願い（ご注文{{注文番号}}）｜{{店名}}',
    text: `{{お名前}}

{{店名}}の{{担当者名}}と申します。
このたびはご注文をいただき、誠にありがとうございます。

初めてのお取引や金額の大きいご注文では、発送の前に、ご本人さまの確認をお願いしております。
{{電話の記録}}

運転免許証など、お名前のわかる書類を、ビデオ通話または店頭でお見せください。
書類の写しや写真を送っていただく必要はありません。書類を控えたり、保存したりすることもありません。

ご都合のよい方法と日時を、{{返信期限}}までに、このメールへのご返信でお知らせください。
書類をお見せいただくことが難しい場合は、前払いへの変更も承ります。どうぞお気軽にお知らせください。
{{電話の案内}}

${orderBlock.ja}

{{署名}}`,
  },
  en: {
    subject: 'Please help us confirm who ordered: {{order number}} | {{shop name}}',
    text: `Dear {{buyer name}},

this is {{staff name}} of {{shop name}}. Thank you very much for your order.

For first orders and for orders of a high amount, we ask buyers to show who they are before we ship.
{{call record}}

Please show us a document with your name, such as a driving licence, on a video call or in our shop.
Please do not send a copy or a photo: we need none, and we neither note down nor keep anything of it.

Please reply to this e-mail by {{reply by}} and tell us which way and which time suits you.
If showing a document is difficult, you can pay in advance instead. Just let us know.
{{phone line}}

${orderBlock.en}

{{signature}}`,
  },
};
