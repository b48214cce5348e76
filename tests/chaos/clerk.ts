import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { ChaosShop } from './chaos-shop.ts';
import type { Ending, OrderPlan, Step } from './order-plans.ts';

/** What the app said to a click; a click that met a closed door is repeated until it is answered. */
export interface Click {
  /** Epoch milliseconds of the first try. */
  readonly at: number;
  readonly step: Step;
  readonly tries: number;
  readonly status: number;
  /** Why it was refused. */
  readonly code: string | null;
}

/** An order of the run: what it is, what staff did to it. */
export interface WorkedOrder {
  readonly id: string;
  readonly gid: string;
  readonly plan: OrderPlan;
  readonly placedAt: number;
  readonly clicks: Click[];
  /** Mails that the app took into its outbox, by their id. */
  readonly mails: Set<string>;
  done: boolean;
}

const shown = z.looseObject({ state: z.string() });
const taken = z.looseObject({ action: z.looseObject({ id: z.string() }) });
const posted = z.looseObject({ mail: z.looseObject({ id: z.string() }) });
const refused = z.looseObject({ error: z.looseObject({ code: z.string() }) });
const row = z.looseObject({ case: z.looseObject({ id: z.string() }) });

const betweenTriesMs = 250;

/** Carries an order's plan out as people would: sees it held, clicks, clicks again when nothing came. */
export async function workOrder(shop: ChaosShop, order: WorkedOrder, signal: AbortSignal) {
  let lastAction: string | null = null;
  const { plan, clicks } = order;
  if (plan.steps.length > 0) await until(signal, () => isSeen(shop, order));
  for (const step of plan.steps) {
    await sleep(plan.thinkMs, undefined, { signal });
    const at = Date.now();
    let tries = 0;
    const answer = await until(signal, () => {
      tries += 1;
      return send(shop, order, step, lastAction);
    });
    const { status, body } = answer;
    const code = refused.safeParse(body).data?.error.code ?? null;
    clicks.push({ at, step, tries, status, code });
    lastAction = taken.safeParse(body).data?.action.id ?? lastAction;
    const mail = posted.safeParse(body).data?.mail.id;
    if (mail !== undefined) order.mails.add(mail);
  }
  order.done = true;
}

/** Repeats what gives null or meets nobody, until it gives something. */
async function until<T>(signal: AbortSignal, attempt: () => Promise<T | null>): Promise<T> {
  for (;;) {
    signal.throwIfAborted();
    const found = await attempt().catch(() => null);
    if (found !== null) return found;
    await sleep(betweenTriesMs, undefined, { signal });
  }
}

async function isSeen(shop: ChaosShop, { id, plan }: WorkedOrder): Promise<true | null> {
  const { status, body } = await shop.call('GET', `/api/orders/${id}`);
  if (status !== 200) return null;
  return !plan.suspicious || shown.parse(body).state === 'held' ? true : null;
}

async function send(shop: ChaosShop, { id }: WorkedOrder, step: Step, actionId: string | null) {
  const post = async (route: string, body: object) => {
    const answer = await shop.call('POST', route, body);
    // 5xx: something is wrong just now; people try again.
    return answer.status >= 500 ? null : answer;
  };
  switch (step.do) {
    case 'undo':
      return post(`/api/orders/${id}/undo`, { actionId });
    case 'letter':
      return post(`/api/orders/${id}/contact`, { template: 'phone-request' });
    case 'capture':
      return post(`/api/orders/${id}/approve`, { capture: true });
    case 'hold':
      return post(`/api/orders/${id}/hold`, { note: '住所を確認' });
    case 'bulk': {
      const { body } = await shop.call('GET', `/api/orders/${id}`);
      return post('/api/bulk', { do: step.what, cases: [row.parse(body).case.id] });
    }
    default:
      return post(`/api/orders/${id}/${step.do}`, {});
  }
}

const endings: Readonly<Record<string, Ending>> = {
  release: 'released',
  approve: 'approved',
  capture: 'captured',
  hold: 'held',
  cancel: 'cancelled',
  void: 'voided',
};

/** A bulk run that had ended when its lost answer was asked for again finds its rows closed. */
const isTaken = ({ status, step, tries, code }: Click) =>
  status < 300 || (step.do === 'bulk' && tries > 1 && code === 'not_found');

/** Where the order must stand after what the app answered: a refused click changes nothing. */
export function endingOf({ plan, clicks }: Pick<WorkedOrder, 'plan' | 'clicks'>): Ending {
  const first: Ending = plan.suspicious ? 'held' : 'untouched';
  return clicks.filter(isTaken).reduce<Ending>((ending, { step }) => {
    if (step.do === 'undo') return first;
    if (step.do === 'letter') return ending;
    return endings[step.do === 'bulk' ? step.what : step.do] ?? ending;
  }, first);
}
