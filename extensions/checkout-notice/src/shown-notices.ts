import type { noticeKeys } from '../../../web/contract/notices.ts';

export type NoticeKey = (typeof noticeKeys)[keyof typeof noticeKeys];

/** As buyers see them: the card first. */
export const shownKeys: readonly NoticeKey[] = ['three_ds_notice', 'fraud_notice'];

/** What this extension reads of Shopify's `appMetafields`; `$app` is the app's own namespace. */
export interface MetafieldEntry {
  readonly target: { readonly type: string };
  readonly metafield: {
    readonly namespace: string;
    readonly key: string;
    readonly value: string | number | boolean;
  };
}

export interface ShownNotice {
  readonly key: NoticeKey;
  /** The text's lines, none empty. */
  readonly lines: readonly string[];
}

/**
 * The notices with a text in this language. One that is off, empty or not what the app writes is left
 * out: a broken metafield must never break a buyer's page.
 *
 * @param language `ja` or `en`
 */
export function shownNotices(entries: readonly MetafieldEntry[], language: string): ShownNotice[] {
  return shownKeys
    .map((key) => ({ key, lines: linesOf(textIn(storedValue(entries, key), language)) }))
    .filter(({ lines }) => lines.length > 0);
}

function storedValue(entries: readonly MetafieldEntry[], key: NoticeKey): unknown {
  return entries.find(
    ({ target, metafield }) =>
      target.type === 'shop' && metafield.namespace === '$app' && metafield.key === key,
  )?.metafield.value;
}

function textIn(value: unknown, language: string): string {
  if (typeof value !== 'string') return '';
  try {
    const texts: unknown = JSON.parse(value);
    if (typeof texts !== 'object' || texts === null) return '';
    const found = Object.entries(texts).find(([name]) => name === language)?.[1];
    return typeof found === 'string' ? found : '';
  } catch {
    return '';
  }
}

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
