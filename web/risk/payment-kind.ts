import type { Known } from './known.ts';
import type { Evidence } from './order-facts.ts';
import { perOrder } from './per-order.ts';

type Text = string | null | undefined;

const noNames: readonly string[] = [];
const spelling = (name: string) => name.normalize('NFKC').toLowerCase().trim();
const codWords = /代金引換|代引|着払|e-?コレクト|cash on delivery|(?<![a-z0-9])cod(?![a-z0-9])/;
const konbiniWords = /コンビニ|konbini|convenience store/;
const deferredWords = /後払|あと払い|(?<![a-z])(?:paidy|atone|np)(?![a-z])|ペイディ|アトネ/;
const transferWords = /銀行|振込|振り込み|bank|ペイジー|pay-?easy|前払|先払/;

/** For the checkout, where only the name that a buyer sees is known. */
export const paymentWords = { cod: codWords, konbini: konbiniWords } as const;

const spelledNames = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The merchant's names in one spelling: one list serves every order until the settings change. */
function namesIn(named: readonly string[]): ReadonlySet<string> {
  const known = spelledNames.get(named);
  if (known) return known;
  const names = new Set(named.map(spelling));
  spelledNames.set(named, names);
  return names;
}

/** Whether a payment method's name means cash on delivery; `named`: what the merchant calls it. */
export function meansCod(gateway: string, named: readonly string[] = noNames): boolean {
  const name = spelling(gateway);
  return codWords.test(name) || (named.length > 0 && namesIn(named).has(name));
}

export interface PaymentKind {
  readonly cod: boolean;
  readonly konbini: boolean;
  readonly deferred: boolean;
  /** Paid before shipping at a bank or a convenience store. */
  readonly prepaid: boolean;
}

export function paymentKind(gateway: string, codNames: readonly string[] = noNames): PaymentKind {
  const name = spelling(gateway);
  const cod = meansCod(gateway, codNames);
  const konbini = !cod && konbiniWords.test(name);
  const deferred = !cod && deferredWords.test(name);
  return {
    cod,
    konbini,
    deferred,
    prepaid: !cod && !deferred && (konbini || transferWords.test(name)),
  };
}

/** A payment that never involves a card, by its name alone. */
export function isCardless(gateway: Text, codNames: readonly string[] = noNames): boolean {
  if (!gateway) return false;
  const kind = paymentKind(gateway, codNames);
  return kind.cod || kind.konbini || kind.deferred || kind.prepaid;
}

/** null: no payment name, as on a free order; undefined: not known. */
export const paymentOf = perOrder(({ order, shop }: Evidence): PaymentKind | null | undefined => {
  if (order.gateway === undefined) return undefined;
  if (!order.gateway?.trim()) return null;
  return paymentKind(order.gateway, shop.codNames);
});

export const isCod = (evidence: Evidence): Known => {
  const payment = paymentOf(evidence);
  return payment === null ? false : payment?.cod;
};
