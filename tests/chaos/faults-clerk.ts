import type { PlaceOrderInput } from '../../web/standin/place-order.ts';
import { pick } from '../../web/standin/random.ts';
import { answerLink } from '../../web/usecases/contact/answer-link.ts';
import { domain, type RunningApp } from '../support/app-on-stand-in.ts';
import { strangerOrder } from '../support/many-cases.ts';
import { ordinaryOrder } from '../support/suspicious-orders.ts';

/** A click and what the app said to it. */
export interface Clicked {
  readonly what: string;
  readonly status: number;
  readonly code: string | null;
}

/** An order of a run, and what happened to it in the shop. */
export interface StormyOrder {
  readonly id: string;
  readonly suspicious: boolean;
  readonly clicks: Clicked[];
}

const clicks: readonly [string, object][] = [
  ['cancel', {}],
  ['cancel', {}],
  ['void', {}],
  ['void', {}],
  ['approve', {}],
  ['approve', { capture: true }],
  ['release', {}],
  ['hold', { note: '住所を確認' }],
];

/** Nobody shares anything with anybody: no order is judged by another's fate. */
export function inputOf(n: number, random: () => number): PlaceOrderInput & { bad: boolean } {
  const digits = String(n % 10_000).padStart(4, '0');
  if (random() < 0.25) {
    const phone = `03-1${digits.slice(1)}-5${digits.slice(1)}`;
    const { customer, shipping } = ordinaryOrder;
    return {
      ...ordinaryOrder,
      bad: false,
      customer: { ...customer, email: `reidai-buyer-${n}@example.jp`, phone, firstName: `例${n}` },
      phone,
      shipping: { ...shipping, address1: `神宮前99-${n + 1}-2`, phone, firstName: `例${n}` },
      payment: { kind: 'card', capture: 'sale', cvv: 'M', last4: digits },
      clientIp: `192.0.2.${(n % 250) + 1}`,
    };
  }
  const capture = random() < 0.7 ? 'authorization' : 'sale';
  return {
    ...strangerOrder(n),
    bad: true,
    payment: { kind: 'card', capture, cvv: 'N', last4: digits },
  };
}

/** One random thing that staff, or a buyer by the link of a mail, do to an order. */
export async function clickSomething(
  running: RunningApp,
  order: StormyOrder,
  random: () => number,
): Promise<void> {
  const { id } = order;
  if (random() < 0.15) return answer(running, order);
  const { body } = await running.call('GET', `/api/orders/${id}`);
  const undoable = (body.actions ?? []).find(({ undoUntil }) => undoUntil !== null);
  if (undoable !== undefined && random() < 0.4) {
    return post(running, order, 'undo', { actionId: undoable.id });
  }
  const [first, ...rest] = clicks;
  if (first === undefined) return;
  const [what, input] = pick(random, [first, ...rest]);
  return post(running, order, what, input);
}

async function post(running: RunningApp, order: StormyOrder, what: string, body: object) {
  const { status, body: told } = await running.call(
    'POST',
    `/api/orders/${order.id}/${what}`,
    body,
  );
  order.clicks.push({ what, status, code: told.error?.code ?? null });
}

/** 「注文しました」 by the link: where nothing speaks against it, the order is released. */
async function answer({ app, origin }: RunningApp, order: StormyOrder): Promise<void> {
  const expiresAt = Date.parse('2027-06-01T00:00:00Z');
  const parts = { shop: domain, orderId: order.id, expiresAt, language: 'ja' as const };
  const link = await answerLink(app.storage.read, { appUrl: origin }, parts);
  const response = await fetch(link, {
    method: 'POST',
    body: new URLSearchParams({ answer: 'ordered' }),
  });
  await response.text();
  order.clicks.push({ what: 'answer', status: response.status, code: null });
}
