import type { CheckoutMeter, GuardKind } from '../../contract/checkout-status.ts';
import { type ListedKind, listedKinds } from '../../contract/checkout-words.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Deps } from '../deps.ts';
import { canaryEntries } from './checkout-probes.ts';
import { type CompiledMetafields, compileCheckout } from './compile-checkout.ts';
import { kindsAsked, rulesInForce } from './compile-checkout-rules.ts';
import type { CompiledGuard } from './deploy-guards.ts';

/** What shall stand at Shopify, and how much of the lists is in it. */
export interface CompiledGuards {
  readonly payment: readonly CompiledGuard[];
  readonly validation: readonly CompiledGuard[];
  readonly meters: Readonly<Record<GuardKind, CheckoutMeter | null>>;
}

/** More entries than ever fit: each has one hash at least, or none and is passed over. */
const mostEntries = 20_000;

/**
 * @param customizations how many may stand at Shopify, where it said that there is no room for more
 */
export async function compileGuards(
  deps: Deps,
  shop: string,
  settings: Settings,
  customizations?: number,
): Promise<CompiledGuards> {
  const { lists, checkout } = deps.storage.read;
  const asks = listsAsked(settings);
  const kinds = listedKinds.filter((kind) => Object.values(asks).some((all) => all.includes(kind)));
  const now = deps.now();
  const compiled = compileCheckout({
    settings,
    entries: kinds.length > 0 ? await lists.forCheckout(shop, kinds, now, mostEntries) : [],
    canaries: canaryEntries(kinds),
    key: await checkout.hashKey(shop),
    ...(customizations === undefined ? {} : { customizations }),
  });
  const counts = await lists.counts(shop, now);
  const meter = (kind: GuardKind): CheckoutMeter | null => {
    const asked = asks[kind];
    if (asked.length === 0) return null;
    const { entriesActive, people, hashesActive, capacity } = compiled.meters[kind];
    const chosen = asked.reduce((sum, each) => sum + counts[each], 0);
    return { chosen, acting: entriesActive, people, hashes: hashesActive, capacity };
  };
  return {
    payment: named('payment', compiled.payment, settings),
    validation: named('validation', compiled.validation, settings),
    meters: { payment: meter('payment'), validation: meter('validation') },
  };
}

/** Lists that the rules, and the check of blocked buyers, ask. */
export const listsAsked = (settings: Settings): Record<GuardKind, readonly ListedKind[]> => ({
  payment: kindsAsked(rulesInForce(settings)),
  validation: settings.checkout.validation.blockedBuyers ? ['fraud'] : [],
});

const named = (kind: GuardKind, all: readonly CompiledMetafields[], settings: Settings) =>
  all.map((each, at) => ({ title: titleOf(kind, at, settings), metafields: fieldsOf(each) }));

const fieldsOf = (fields: CompiledMetafields) =>
  Object.entries(fields).map(([key, value]) => ({ key, value }));

const titles = {
  payment: { ja: '関所（Sekisho）支払い方法', en: 'Sekisho payment methods' },
  validation: { ja: '関所（Sekisho）入力の確認', en: 'Sekisho entry checks' },
} as const;

/** What a merchant reads of it in Shopify's own settings. */
const titleOf = (kind: GuardKind, at: number, { language }: Settings) =>
  `${titles[kind][language]} ${at + 1}`;
