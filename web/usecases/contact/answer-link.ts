import type { Locale } from '../../contract/level.ts';
import type { Deps } from '../deps.ts';
import type { Tables } from '../ports/storage-port.ts';
import { isMac, linkRefOf, packClaim, readToken, writeToken } from './answer-token.ts';

export interface AnswerLink {
  readonly shop: string;
  /** Digits of the legacy id. */
  readonly orderId: string;
  /** Epoch milliseconds; kept as the next full hour. */
  readonly expiresAt: number;
  /** Of the mail: what the page opens in. */
  readonly language: Locale;
}

/**
 * The link by which a buyer answers without a login: `<app>/a/<40 characters>`. It is signed for this shop,
 * order, end and purpose with a key of the shop's own, so that shop/redact ends every link of the shop.
 */
export async function answerLink(
  { links }: Pick<Tables, 'links'>,
  { appUrl }: Pick<Deps, 'appUrl'>,
  { shop, ...rest }: AnswerLink,
): Promise<string> {
  const claim = packClaim({ ref: linkRefOf(shop), ...rest });
  const mac = await links.mac(shop, 'answer', claim);
  if (mac === null) throw new Error(`no keys to sign a link of ${shop} with`);
  return `${appUrl.replace(/\/+$/, '')}/a/${writeToken(claim, mac)}`;
}

/** null: tampered with, of no shop of ours, or over. Why is told to nobody. */
export async function readAnswerLink(
  { links }: Pick<Tables, 'links'>,
  token: string,
  now: number,
): Promise<AnswerLink | null> {
  const read = readToken(token);
  if (read === null) return null;
  const { claim, signed, mac } = read;
  for (const shop of await links.shopsOf(claim.ref)) {
    const expected = await links.mac(shop, 'answer', signed);
    if (expected === null || !isMac(mac, expected)) continue;
    const { orderId, expiresAt, language } = claim;
    return now < expiresAt ? { shop, orderId, expiresAt, language } : null;
  }
  return null;
}
