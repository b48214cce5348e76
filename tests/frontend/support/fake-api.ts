import { defaultSettings } from '../../../web/contract/default-settings.ts';
import { fieldErrors } from '../../../web/contract/field-errors.ts';
import { type ActionKind, actionKinds } from '../../../web/contract/level.ts';
import {
  type ActionDto,
  actionBodies,
  listOrdersQuery,
  type OrderDetail,
  staffCheckBody,
} from '../../../web/contract/orders.ts';
import { type Settings, settingsSchema } from '../../../web/contract/settings.ts';
import type { TodayAnswer } from '../../../web/contract/today.ts';
import { nothingMissed } from '../../support/reconciliation.ts';
import {
  type FakeAnswer,
  type FakeOptions,
  meAnswer,
  ok,
  paymentNames,
  refusal,
  statusAnswer,
} from './fake-answers.ts';
import { FakeQueue } from './fake-queue.ts';
import { fixtureOrders } from './fixtures.ts';

/** The API as the pages need it, kept in memory. It judges nothing and knows no Shopify. */
export class FakeApi {
  readonly #options: FakeOptions;
  readonly #orders: OrderDetail[];
  readonly #queue: FakeQueue;
  #settings: Settings;
  #actions = 0;

  constructor(options: FakeOptions) {
    this.#options = options;
    this.#orders = options.isEmpty ? [] : fixtureOrders(options.now());
    this.#queue = new FakeQueue(options, this.#orders);
    this.#settings = { ...defaultSettings, mode: options.mode };
  }

  answer(method: string, url: URL, body: unknown): FakeAnswer {
    this.#finishActions();
    const path = url.pathname;
    const queue = this.#queue.answer(method, url, body);
    if (queue !== null) return queue;
    const action = /^\/api\/orders\/(\d+)\/(\w+)$/.exec(path);
    if (method === 'POST' && action) return this.#act(action[1] ?? '', action[2] ?? '', body);
    const detail = /^\/api\/orders\/([^/]+)$/.exec(path);
    if (detail) return this.#detail(detail[1] ?? '');
    if (path === '/api/orders') return this.#list(url);
    if (path === '/api/settings') return method === 'PUT' ? this.#save(body) : ok(this.#settings);
    if (path === '/api/me') return ok(meAnswer(this.#options));
    if (path === '/api/today') return ok(this.#today());
    if (path === '/api/status')
      return ok(statusAnswer(this.#options.now(), this.#settings.threeDsNotice.enabled));
    if (path === '/api/payment-names') return ok(paymentNames(this.#options.now()));
    return refusal('not_found');
  }

  #list(url: URL): FakeAnswer {
    const query = listOrdersQuery.safeParse(Object.fromEntries(url.searchParams));
    if (!query.success) return refusal('invalid', { fields: fieldErrors(query.error) });
    const { level, state, q, cursor, limit } = query.data;
    const found = this.#orders.filter(
      (order) =>
        (level === undefined || level.length === 0 || level.includes(order.level)) &&
        (state === undefined || state.length === 0 || state.includes(order.state)) &&
        (!q || order.name.startsWith(q) || order.name.startsWith(`#${q}`) || order.buyer === q),
    );
    const start = Number(cursor ?? 0);
    const end = start + limit;
    return ok({
      orders: found.slice(start, end),
      nextCursor: end < found.length ? String(end) : null,
    });
  }

  #detail(id: string): FakeAnswer {
    const order = this.#find(id);
    return order === undefined ? refusal('not_found') : ok(order);
  }

  #act(id: string, name: string, body: unknown): FakeAnswer {
    const order = this.#find(id);
    if (order === undefined) return refusal('not_found');
    if (name === 'undo') return this.#undo(order, body);
    if (name === 'checks') return this.#check(order, body);
    const kind = actionKinds.find((known) => known === name);
    if (kind === undefined) return refusal('not_found');
    const parsed = actionBodies[kind].safeParse(body ?? {});
    if (!parsed.success) return refusal('invalid', { fields: fieldErrors(parsed.error) });
    if (order.name === '#1039' && kind === 'cancel' && order.plan.hash === 'plan-5001003') {
      order.plan = {
        ...order.plan,
        hash: 'changed',
        cancel: {
          possible: true,
          effect: 'nothing-unpaid',
          amount: null,
          restock: true,
          notifyCustomer: false,
        },
      };
      return refusal('plan_changed', { plan: order.plan });
    }
    if (order.name === '#1041' && kind === 'void') {
      return refusal(
        'refused_by_shopify',
        {},
        'Parent transaction must be a successful authorization',
      );
    }
    const waits = kind === 'cancel' || kind === 'void';
    const action = this.#newAction(kind, waits);
    order.actions.push(action);
    if (kind === 'cancel') order.state = 'cancelling';
    if (!waits) this.#settle(order, action);
    return { status: 202, body: { action, order } };
  }

  #check(order: OrderDetail, body: unknown): FakeAnswer {
    const found = staffCheckBody.safeParse(body);
    if (!found.success) return refusal('invalid', { fields: fieldErrors(found.error) });
    const { check, result } = found.data;
    const signal = order.signals.find((known) => known.id === check);
    if (signal !== undefined) signal.outcome = result;
    const at = this.#options.now().toISOString();
    const by = '例示 スタッフ';
    order.audit.push({ at, by, byKind: 'staff', what: 'staff-check', details: { check, result } });
    return ok(order);
  }

  #newAction(kind: ActionKind, waits: boolean): ActionDto {
    this.#actions += 1;
    const now = this.#options.now().getTime();
    return {
      id: `action-${this.#actions}`,
      kind,
      state: waits ? 'scheduled' : 'done',
      undoUntil: new Date(now + (waits ? this.#settings.undoSeconds : 60) * 1000).toISOString(),
      by: '例示 スタッフ',
      at: new Date(now).toISOString(),
      note: null,
      failure: null,
    };
  }

  #undo(order: OrderDetail, body: unknown): FakeAnswer {
    const id = (body as { actionId?: string } | null)?.actionId;
    const action = order.actions.find((known) => known.id === id);
    if (action === undefined || action.undoUntil === null) return refusal('too_late');
    action.state = 'undone';
    action.undoUntil = null;
    order.state = 'held';
    return ok({ action, order });
  }

  /** What time alone would have done: windows that have closed, and Shopify 3 s after them. */
  #finishActions(): void {
    const now = this.#options.now().getTime();
    for (const order of this.#orders) {
      for (const action of order.actions) {
        const until = action.undoUntil === null ? now : Date.parse(action.undoUntil);
        if (action.state === 'scheduled' && now >= until) action.state = 'running';
        if (action.state === 'running' && now >= until + 3000) this.#settle(order, action);
      }
    }
  }

  #settle(order: OrderDetail, action: ActionDto): void {
    action.state = 'done';
    const states = {
      cancel: 'cancelled',
      void: 'voided',
      approve: 'approved',
      release: 'released',
      hold: 'held',
      reassess: order.state,
    } as const;
    const what = {
      cancel: 'cancelled',
      void: 'voided',
      approve: 'approved',
      release: 'released',
      hold: 'hold-by-hand',
      reassess: 'reassessed',
    } as const;
    order.state = states[action.kind];
    const at = this.#options.now().toISOString();
    order.audit.push({ at, by: action.by, byKind: 'staff', what: what[action.kind], details: {} });
    const isHeld = order.state === 'held' || order.state === 'voided';
    order.plan = {
      ...order.plan,
      release: isHeld,
      hold: !isHeld && order.state !== 'cancelled',
      approve: order.state !== 'cancelled' && order.state !== 'approved',
    };
    if (order.state === 'cancelled')
      order.plan.cancel = { possible: false, refusal: 'already_cancelled' };
  }

  #save(body: unknown): FakeAnswer {
    const parsed = settingsSchema.safeParse(body);
    if (!parsed.success) return refusal('invalid', { fields: fieldErrors(parsed.error) });
    if (parsed.data.revision !== this.#settings.revision) return refusal('settings_changed');
    this.#settings = { ...parsed.data, revision: parsed.data.revision + 1 };
    return ok(this.#settings);
  }

  #today(): TodayAnswer {
    const held = this.#orders.filter((order) => order.state === 'held');
    const waiting = this.#orders.filter(
      (order) => order.hasOpenCase && ['held', 'open', 'cancelling'].includes(order.state),
    );
    const isActing = this.#settings.mode === 'act';
    return {
      mode: this.#settings.mode,
      held: {
        count: held.length,
        atStake: {
          amount: held.reduce((sum, order) => sum + (order.total?.amount ?? 0), 0),
          currency: 'JPY',
        },
      },
      urgent: waiting.filter((order) => order.level === 'high').length,
      cannotHold: waiting.filter((order) => order.cannotHold !== null).length,
      decidedToday: { approved: 3, released: 1, cancelled: 2, voided: 0 },
      yesterday: { judged: 48, caution: 3, high: 1 },
      newSince: waiting.length,
      watchdog: { flaggedNotHeld: 0, heldWithoutCase: 0 },
      reconciliation: nothingMissed,
      waiting: isActing ? waiting : [],
      wouldHave: { held: 5, judged: 212 },
    };
  }

  #find(id: string): OrderDetail | undefined {
    return this.#orders.find((order) => order.id === id);
  }
}
