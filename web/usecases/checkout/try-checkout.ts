import type { CodRule } from '../../contract/checkout-settings.ts';
import type { TriedBuyer, TryAnswer } from '../../contract/checkout-try.ts';
import { type HiddenMethod, hiddenMethods } from '../../contract/checkout-words.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Deps } from '../deps.ts';
import type { CheckoutFunction } from '../ports/checkout-function-port.ts';
import { checkSettings } from '../settings/check-settings.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { compileGuards } from './compile-guards.ts';
import type { CompiledGuard } from './deploy-guards.ts';
import { type CheckoutLists, listsIn, readCheckoutLists } from './read-checkout-lists.ts';

/**
 * What the checkout functions would do with a made-up buyer under these settings, and which rules would:
 * the built functions are run on what would be told to Shopify. Nothing is saved and nothing is sent.
 */
export async function tryCheckout(
  deps: Deps,
  caller: Caller,
  { settings: document, buyer }: { settings: unknown; buyer: TriedBuyer },
): Promise<Answer<TryAnswer>> {
  const checked = checkSettings(document);
  if (!checked.ok) return checked;
  const settings = checked.value;
  const lists = readCheckoutLists(listsIn(deps), caller.shop);
  const guards = await compileGuards(deps, caller.shop, settings, lists);
  const hidden = await hiddenBy(deps, guards.payment, settings, buyer);
  const messages = await messagesOf(deps, guards.validation, buyer, caller);
  if (hidden === null || messages === null) return { ok: false, code: 'unavailable' };
  const applying =
    hidden.length === 0 ? [] : await applyingRules(deps, caller, settings, buyer, lists);
  return { ok: true, value: { hidden, messages, applying } };
}

/** Each rule by itself: of all together the functions do not say which one it was. */
async function applyingRules(
  deps: Deps,
  { shop }: Caller,
  settings: Settings,
  buyer: TriedBuyer,
  lists: CheckoutLists,
): Promise<string[]> {
  const applying: string[] = [];
  for (const rule of settings.checkout.rules.filter(({ on }) => on)) {
    const { payment } = await compileGuards(deps, shop, aloneWith(rule, settings), lists);
    const hidden = await hiddenBy(deps, payment, settings, buyer);
    if (hidden !== null && hidden.length > 0) applying.push(rule.id);
  }
  return applying;
}

const aloneWith = (rule: CodRule, settings: Settings): Settings => ({
  ...settings,
  cod: { ...settings.cod, blocked: false },
  checkout: { ...settings.checkout, rules: [rule] },
});

/** null: the functions cannot be run here. */
async function hiddenBy(
  deps: Deps,
  guards: readonly CompiledGuard[],
  settings: Settings,
  buyer: TriedBuyer,
): Promise<HiddenMethod[] | null> {
  const input = {
    cart: { ...cartOf(buyer), cost: { totalAmount: { amount: String(buyer.amount) } } },
    presentmentCurrencyRate: '1.0',
    paymentMethods: methodsOf(settings),
  };
  const outputs = await runAll(deps, 'payment-guard', guards, (config) => ({
    ...input,
    paymentCustomization: config,
  }));
  if (outputs === null) return null;
  const said = JSON.stringify(outputs);
  return hiddenMethods.filter((method) => said.includes(`"${idOf(method)}"`));
}

async function messagesOf(
  deps: Deps,
  guards: readonly CompiledGuard[],
  buyer: TriedBuyer,
  { locale }: Caller,
): Promise<string[] | null> {
  const outputs = await runAll(deps, 'checkout-guard', guards, (validation) => ({
    buyerJourney: { step: 'CHECKOUT_COMPLETION' },
    cart: cartOf(buyer),
    localization: { language: { isoCode: locale.toUpperCase() } },
    validation,
  }));
  return outputs === null ? null : [...new Set(outputs.flatMap(messagesIn))];
}

/** Every `message` in an output, wherever the schema puts it. */
function messagesIn(output: unknown): string[] {
  if (typeof output !== 'object' || output === null) return [];
  return Object.entries(output).flatMap(([key, value]) =>
    key === 'message' && typeof value === 'string' ? [value] : messagesIn(value),
  );
}

async function runAll(
  deps: Deps,
  name: CheckoutFunction,
  guards: readonly CompiledGuard[],
  inputOf: (config: object) => object,
): Promise<unknown[] | null> {
  const outputs: unknown[] = [];
  for (const { metafields } of guards) {
    const own = Object.fromEntries(
      metafields.map(({ key, value }) => [key, { jsonValue: JSON.parse(value) }]),
    );
    const config = { rules: own.rules ?? null, shard: own.shard ?? null };
    const run = await deps.functions.run(name, inputOf(config));
    if (!run.ok) return null;
    outputs.push(run.output);
  }
  return outputs;
}

const idOf = (method: HiddenMethod) => `tried-${method}`;

/** A card beside them: the last method is never hidden, and alone nothing would be. */
const methodsOf = ({ cod, checkout }: Settings) => [
  { id: idOf('cod'), name: cod.checkoutNames[0] ?? '代金引換' },
  { id: idOf('konbini'), name: checkout.konbiniNames[0] ?? 'コンビニ決済' },
  { id: idOf('bank'), name: checkout.bankNames[0] ?? '銀行振込' },
  { id: 'tried-card', name: 'クレジットカード' },
];

const orNull = (text: string): string | null => (text === '' ? null : text);

function cartOf(buyer: TriedBuyer) {
  const address = {
    countryCode: 'JP',
    provinceCode: orNull(buyer.province),
    zip: orNull(buyer.zip),
    city: orNull(buyer.city),
    address1: orNull(buyer.address1),
    address2: orNull(buyer.address2),
    company: orNull(buyer.company),
    phone: orNull(buyer.phone),
  };
  const { orders, customerTagged } = buyer;
  return {
    buyerIdentity: {
      email: orNull(buyer.email),
      phone: null,
      customer: orders === null ? null : { numberOfOrders: orders, hasAnyTag: customerTagged },
    },
    deliveryGroups: [{ deliveryAddress: address }],
    lines: [
      {
        quantity: buyer.quantity,
        merchandise: { product: { hasAnyTag: buyer.productTagged } },
      },
    ],
  };
}
