import type { CheckoutPreview, RulePreview } from '../../contract/checkout-preview.ts';
import type { CodRule } from '../../contract/checkout-settings.ts';
import { type ListedKind, placeKinds } from '../../contract/checkout-words.ts';
import type { Settings } from '../../contract/settings.ts';
import { addressKey, buyerKeys } from '../../japan/keys.ts';
import type { Deps } from '../deps.ts';
import type { OrderRecord } from '../ports/storage-port.ts';
import { checkSettings } from '../settings/check-settings.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { keysAtCheckout } from './compile-checkout-lists.ts';
import { compilePlaces } from './compile-checkout-places.ts';
import { kindsAsked } from './compile-checkout-rules.ts';
import { type PastCart, ruleOnPast } from './preview-condition.ts';
import type { PlacesAsked } from './preview-place.ts';

const mostOrders = 500;
/** Orders read at a time: unsealing more of them at once would keep others waiting. */
const pageSize = 20;
/** Entries that one buyer's e-mail, phone and address are looked for in; each key is cut there. */
const mostEntries = 50;

/**
 * What each rule under these settings would have meant for the newest orders, those that are switched off
 * too. Nothing is saved, and Shopify is not asked. `gone`: the asker has left.
 */
export async function previewCheckout(
  deps: Deps,
  caller: Caller,
  document: unknown,
  gone?: AbortSignal,
): Promise<Answer<CheckoutPreview>> {
  const checked = checkSettings(document);
  if (!checked.ok) return checked;
  const settings = checked.value;
  const { rules } = settings.checkout;
  const places = compilePlaces([...placeKinds], settings.judgement.words);
  const kinds = kindsAsked(rules);
  const answer: CheckoutPreview = { orders: 0, elsewhere: 0, rules: rules.map(untouched) };
  if (rules.length === 0) return { ok: true, value: answer };
  for await (const order of newestOrders(deps, caller.shop)) {
    if (gone?.aborted) break;
    if (isElsewhere(order)) answer.elsewhere += 1;
    else {
      const lists = kinds.length === 0 ? [] : await listsOf(deps, order, kinds);
      count(answer, order, settings, cartOf(order, lists, places));
    }
  }
  return { ok: true, value: answer };
}

const untouched = ({ id }: CodRule): RulePreview => ({
  id,
  ...{ touched: 0, paid: 0, unsure: 0 },
  untold: [],
});

async function* newestOrders({ storage }: Deps, shop: string): AsyncGenerator<OrderRecord> {
  let cursor: string | null = null;
  for (let read = 0; read < mostOrders; read += pageSize) {
    const page: { orders: OrderRecord[]; nextCursor: string | null } =
      await storage.read.orders.list(shop, {
        limit: pageSize,
        ...(cursor === null ? {} : { cursor }),
      });
    yield* page.orders;
    cursor = page.nextCursor;
    if (cursor === null) return;
  }
}

/** `web`, or a sales channel's number; null where only a webhook has told of it. */
const isElsewhere = ({ snapshot }: OrderRecord): boolean =>
  !/^(?:web|\d+)$/.test(snapshot.sourceName ?? 'web');

const isInJapan = ({ shipping }: OrderRecord['facts']): boolean =>
  (shipping?.countryCode ?? 'JP') === 'JP';

/** By what a checkout knows a buyer: no name, card or network. */
async function listsOf(
  { storage, now }: Deps,
  { shop, facts }: OrderRecord,
  kinds: readonly ListedKind[],
): Promise<ListedKind[]> {
  const { email, phone, shipping } = facts;
  const keys = buyerKeys({
    emails: [email],
    phones: [phone, shipping?.phone],
    rooms: shipping && isInJapan(facts) ? [addressKey(shipping)] : [],
  });
  if (keys.length === 0) return [];
  const entries = await storage.read.lists.matching(shop, keys, now(), mostEntries);
  const own = entries.filter((entry) => keysAtCheckout(entry).some((key) => keys.includes(key)));
  return kinds.filter((kind) => own.some((entry) => entry.kind === kind));
}

const cartOf = (
  { facts, history }: OrderRecord,
  lists: readonly ListedKind[],
  places: PlacesAsked,
): PastCart => ({
  facts,
  earlier: history.earlierOrders,
  lists,
  contactTold: [facts.email, facts.phone, facts.shipping].every((each) => each !== undefined),
  places,
});

function count(
  answer: CheckoutPreview,
  { paymentKind }: OrderRecord,
  { checkout }: Settings,
  cart: PastCart,
): void {
  answer.orders += 1;
  for (const [at, rule] of checkout.rules.entries()) {
    const row = answer.rules[at];
    if (row === undefined) continue;
    const { applies, untold } = ruleOnPast(rule, cart);
    row.touched += Number(applies === true);
    row.paid += Number(applies === true && rule.hide.some((method) => method === paymentKind));
    row.unsure += Number(applies === undefined);
    row.untold = [...new Set([...row.untold, ...untold])];
  }
}
