import type { Locale } from '../../contract/level.ts';

/** Shopify sends the reader's language as `?locale=ja-JP`. Null where it did not say. */
export function localeOfUrl(search: string): Locale | null {
  const tag = new URLSearchParams(search).get('locale');
  return tag === null || tag === '' ? null : localeOfTag(tag);
}

/** Every kind of Japanese is Japanese; whoever reads something else gets English. */
export function localeOfTag(tag: string): Locale {
  return /^ja(?:$|[-_])/i.test(tag) ? 'ja' : 'en';
}
