import type { CheckoutMeter, GuardKind } from '../../contract/checkout-status.ts';
import { type ListedKind, listedKinds } from '../../contract/checkout-words.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Deps } from '../deps.ts';
import { canaryEmail, canaryEntries } from './checkout-probes.ts';
import { type CompiledMetafields, compileSteps } from './compile-checkout.ts';
import { kindsAsked, rulesInForce } from './compile-checkout-rules.ts';
import type { CompiledGuard } from './deploy-guards.ts';
import { inSlices } from './in-slices.ts';
import { type CheckoutLists, listsIn, readCheckoutLists } from './read-checkout-lists.ts';

/** What shall stand at Shopify, and how much of the lists is in it. */
export interface CompiledGuards {
  readonly payment: readonly CompiledGuard[];
  readonly validation: readonly CompiledGuard[];
  readonly meters: Readonly<Record<GuardKind, CheckoutMeter | null>>;
}

/**
 * @param read the shop's lists, where several are compiled
 * @param customizations how many may stand at Shopify, where it said that there is no room for more
 */
export async function compileGuards(
  deps: Deps,
  shop: string,
  settings: Settings,
  read: CheckoutLists = readCheckoutLists(listsIn(deps), shop),
  customizations?: number,
): Promise<CompiledGuards> {
  const { lists, checkout } = deps.storage.read;
  const asks = listsAsked(settings);
  const kinds = listedKinds.filter((kind) => Object.values(asks).some((all) => all.includes(kind)));
  const compiled = await inSlices(
    compileSteps({
      settings,
      entries: await read.of(kinds),
      canaries: canaryEntries(kinds),
      canaryEmail,
      key: await checkout.hashKey(shop),
      known: read.known,
      ...(customizations === undefined ? {} : { customizations }),
    }),
  );
  const counts = await lists.counts(shop, deps.now());
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
