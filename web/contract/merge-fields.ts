import type { TemplateId } from './contact.ts';
import type { Locale } from './level.ts';

/**
 * Places in a mail's text that the app fills in: `{{注文番号}}`, `{{order number}}`. Both languages' names
 * are understood in either text. `optional`: without a value the line that it stands on is left out;
 * every other field must have one, or the mail cannot be sent.
 */
export const mergeFields = {
  buyer: { ja: 'お名前', en: 'buyer name', optional: false },
  order: { ja: '注文番号', en: 'order number', optional: false },
  'order-date': { ja: '注文日', en: 'order date', optional: false },
  lines: { ja: '注文内容', en: 'order lines', optional: false },
  total: { ja: '合計金額', en: 'total', optional: false },
  payment: { ja: '支払方法', en: 'payment method', optional: false },
  address: { ja: 'お届け先', en: 'delivery address', optional: false },
  staff: { ja: '担当者名', en: 'staff name', optional: false },
  shop: { ja: '店名', en: 'shop name', optional: false },
  phone: { ja: '店の電話番号', en: 'shop phone', optional: false },
  hours: { ja: '受付時間', en: 'opening hours', optional: true },
  closed: { ja: '定休日', en: 'closed on', optional: true },
  'phone-line': { ja: '電話の案内', en: 'phone line', optional: true },
  url: { ja: 'ホームページ', en: 'web site', optional: true },
  signature: { ja: '署名', en: 'signature', optional: false },
  called: { ja: '電話の記録', en: 'call record', optional: true },
  'answer-link': { ja: '回答リンク', en: 'answer link', optional: true },
  'payment-link': { ja: 'お支払いリンク', en: 'payment link', optional: true },
  'first-mail-date': { ja: '前回の連絡日', en: 'date of our e-mail', optional: false },
  'reply-by': { ja: '返信期限', en: 'reply by', optional: false },
  shipping: { ja: '発送の目安', en: 'shipping estimate', optional: false },
} as const satisfies Record<string, Record<Locale, string> & { optional: boolean }>;

export type MergeField = keyof typeof mergeFields;

const isField = (id: string): id is MergeField => Object.hasOwn(mergeFields, id);
export const fieldIds: readonly MergeField[] = Object.keys(mergeFields).filter(isField);

const byName = new Map<string, MergeField>(
  fieldIds.flatMap((id) => [
    [mergeFields[id].ja, id],
    [mergeFields[id].en, id],
  ]),
);

/** `{{ … }}` on one line; full-width braces are what a Japanese keyboard gives first. */
export const fieldPattern = /(?:\{\{|｛｛)([^{}｛｝\n]{0,60})(?:\}\}|｝｝)/g;

/** undefined: no field has this name. */
export const fieldNamed = (name: string): MergeField | undefined =>
  byName.get(name.normalize('NFKC').trim());

/** As it is written into a text. */
export const fieldText = (id: MergeField, language: Locale): string =>
  `{{${mergeFields[id][language]}}}`;

/** Names in a text that are no field, in their order, each once. A brace that nothing closes counts. */
export function unknownFields(text: string): string[] {
  const unknown = new Set<string>();
  const rest = text.replace(fieldPattern, (_whole, name: string) => {
    if (fieldNamed(name) === undefined) unknown.add(name.trim());
    return '';
  });
  for (const [open] of rest.matchAll(/(?:\{\{|｛｛).{0,20}|.{0,20}(?:\}\}|｝｝)/g))
    unknown.add(open);
  return [...unknown];
}

/** The fields that a text uses. */
export function usedFields(text: string): Set<MergeField> {
  const names = [...text.matchAll(fieldPattern)].map(([, name = '']) => fieldNamed(name));
  return new Set(names.filter((id) => id !== undefined));
}

/** Fields that make sense in a template; the editor offers no others. */
const everywhere: readonly MergeField[] = [
  'buyer',
  'order',
  'order-date',
  'lines',
  'total',
  'payment',
  'staff',
  'shop',
  'phone',
  'hours',
  'closed',
  'phone-line',
  'url',
  'signature',
];
const asking: readonly MergeField[] = ['called', 'answer-link', 'reply-by'];

export const fieldsOfTemplate: Record<TemplateId, readonly MergeField[]> = {
  'phone-request': [...everywhere, ...asking],
  reminder: [...everywhere, ...asking, 'first-mail-date', 'payment-link'],
  'last-notice': [...everywhere, ...asking, 'first-mail-date', 'payment-link'],
  thanks: [...everywhere, 'shipping'],
  'prepaid-request': [...everywhere, ...asking, 'payment-link'],
  'id-request': [...everywhere, ...asking],
  'address-confirm': [...everywhere, ...asking, 'address'],
  cancelled: everywhere,
};
