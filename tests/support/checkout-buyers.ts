import type { CodRule } from '../../web/contract/checkout-settings.ts';
import { defaultCheckout } from '../../web/contract/default-checkout.ts';
import { checkoutRoutes } from '../../web/standin/checkout-routes.ts';
import { domain, type RunningApp } from './app-on-stand-in.ts';

/** What the stand-in's checkout shows. */
export interface Seen {
  readonly methods: readonly string[];
  readonly errors: readonly { message: string; target: string }[];
}

/** COD is hidden from everybody on these lists. */
export const hideFromListed: CodRule = {
  id: 'listed',
  on: true,
  hide: ['cod'],
  match: 'all',
  conditions: [{ kind: 'listed', kinds: ['fraud', 'cod'] }],
};

export const withRules = (...rules: CodRule[]) => ({ checkout: { ...defaultCheckout, rules } });

export const buyer = {
  email: 'reidai-tanaka@example.jp',
  phone: '090-1234-5678',
  lastName: '例題',
  firstName: '花子',
  zip: '150-0001',
  provinceCode: 'JP-13',
  city: '渋谷区',
  address1: '神宮前99-1-1',
  amount: 3000,
  quantity: 1,
};

/** Buyers at the stand-in's checkout, with the functions that were built. */
export function checkoutOf(running: RunningApp) {
  const { standIn, app } = running;
  standIn.routes.push(
    checkoutRoutes(standIn, async (handle, input) =>
      handle === 'payment-guard' || handle === 'checkout-guard'
        ? app.functions.run(handle, input)
        : { ok: false },
    ),
  );
  const post = (what: string, body: object) =>
    fetch(`${standIn.origin}/store/checkout/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ shop: domain, ...buyer, ...body }),
    });
  return {
    post,
    async look(body: object = {}): Promise<Seen> {
      const view: {
        methods: { name: string; hidden: boolean }[];
        errors: Seen['errors'];
      } = JSON.parse(await (await post('look', body)).text());
      const methods = view.methods.filter(({ hidden }) => !hidden).map(({ name }) => name);
      return { methods, errors: view.errors };
    },
  };
}
