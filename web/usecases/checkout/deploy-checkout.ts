import type { GuardKind } from '../../contract/checkout-status.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Deps } from '../deps.ts';
import { GatewayFault } from '../ports/shopify-port.ts';
import type { Tables, Task } from '../ports/storage-port.ts';
import type { CheckoutDeployment, GuardRecord } from './checkout-record.ts';
import { rulesInForce } from './compile-checkout-rules.ts';
import { type CompiledGuards, compileGuards } from './compile-guards.ts';
import { type CompiledGuard, deployGuards } from './deploy-guards.ts';
import { digestOf } from './plan-guards.ts';
import { listsIn, readCheckoutLists } from './read-checkout-lists.ts';

const day = 86_400_000;
/** What staff change in a row is told to Shopify once. */
const gatherMs = 3_000;

const noGuard: GuardRecord = { state: 'off', refusal: null, standing: [] };

const isCheckoutUsed = (settings: Settings): boolean => {
  const { messages: _messages, ...checks } = settings.checkout.validation;
  return rulesInForce(settings).length > 0 || Object.values(checks).some(Boolean);
};

/** After a change of the settings or of a list. Committed with it, so that none is forgotten. */
export async function enqueueDeployCheckout(tx: Tables, shop: string, now: number): Promise<void> {
  const used = isCheckoutUsed(await tx.shops.settings(shop));
  if (!used && (await tx.checkout.load(shop)).deployment === null) return;
  const task = { kind: 'deploy-checkout', key: '', priority: 'background' } as const;
  await tx.tasks.enqueue(shop, { ...task, runAt: now + gatherMs }, now);
}

/** Tells Shopify's checkout what settings and lists say. Running it twice changes nothing. */
export async function deployCheckout(deps: Deps, { shop }: Task): Promise<void> {
  const settings = await deps.storage.read.shops.settings(shop);
  const { deployment: before } = await deps.storage.read.checkout.load(shop);
  const made = settingsDigest(settings);
  const decided = before?.settings !== made;
  const faults: GatewayFault[] = [];
  const deploy = async (kind: GuardKind, guards: readonly CompiledGuard[]) => {
    const known = before?.guards[kind] ?? noGuard;
    if (guards.length === 0 && known.standing.length === 0 && known.state === 'off') return noGuard;
    try {
      return await deployGuards(deps.shopify.checkout, shop, kind, guards, decided);
    } catch (fault) {
      if (!(fault instanceof GatewayFault) || fault.kind !== 'denied') throw fault;
      faults.push(fault);
      return denied(known, fault);
    }
  };
  const lists = readCheckoutLists(listsIn(deps), shop);
  let compiled = await compileGuards(deps, shop, settings, lists);
  let payment = await deploy('payment', compiled.payment);
  if (payment.state === 'limit-reached' && payment.standing.length > 0) {
    // Fewer than wanted: what does not fit must not be counted as acting.
    compiled = await compileGuards(deps, shop, settings, lists, payment.standing.length);
    const fitted = await deploy('payment', compiled.payment);
    payment = { ...fitted, state: payment.state, refusal: payment.refusal };
  }
  const validation = await deploy('validation', compiled.validation);
  await keep(deps, shop, { payment, validation }, compiled, made, faults);
  if (faults[0] !== undefined) throw faults[0];
}

const denied = (known: GuardRecord, fault: GatewayFault): GuardRecord => ({
  ...known,
  state: 'missing-scope',
  refusal: { code: fault.scope ?? null, message: fault.message },
});

/** Of everything in the settings that goes to the checkout; what the merchant set at Shopify does not. */
export function settingsDigest({ checkout, cod, language, judgement }: Settings): string {
  const { shopify: _recorded, ...acting } = checkout;
  return digestOf(JSON.stringify({ checkout: acting, cod, language, words: judgement.words }));
}

async function keep(
  deps: Deps,
  shop: string,
  guards: CheckoutDeployment['guards'],
  { meters }: CompiledGuards,
  settings: string,
  faults: readonly GatewayFault[],
): Promise<void> {
  const now = deps.now();
  await deps.storage.write(async (tx) => {
    await tx.checkout.saveDeployment(shop, { at: now, guards, meters, settings });
    const missing = faults.flatMap(({ scope }) => scope ?? []);
    const known = (await tx.shops.find(shop))?.missingScopes ?? [];
    const all = [...new Set([...known, ...missing])];
    if (all.length > known.length) await tx.shops.update(shop, { missingScopes: all });
    if (guards.payment === noGuard && guards.validation === noGuard) return;
    await tx.tasks.enqueue(
      shop,
      { kind: 'check-checkout', key: '', priority: 'background', runAt: now + day },
      now,
    );
  });
}
