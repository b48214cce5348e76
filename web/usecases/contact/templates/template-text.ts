import type { MailText } from '../../../contract/contact.ts';
import type { Locale } from '../../../contract/level.ts';

/** One letter in both languages, with its merge fields. */
export type TemplateText = Readonly<Record<Locale, MailText>>;

/** What was ordered, as every letter that asks for something repeats it. */
export const orderBlock: Readonly<Record<Locale, string>> = {
  ja: `■ ご注文の内容
ご注文番号：{{注文番号}}
ご注文日：{{注文日}}
{{注文内容}}
合計：{{合計金額}}
お支払い方法：{{支払方法}}`,
  en: `Your order
Order number: {{order number}}
Ordered on: {{order date}}
{{order lines}}
Total: {{total}}
Payment: {{payment method}}`,
};
