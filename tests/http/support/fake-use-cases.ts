import type { AnswerView, LinkAnswer } from '../../../web/contract/answer-page.ts';
import type { AuditAnswer } from '../../../web/contract/audit.ts';
import type { CheckoutPreview } from '../../../web/contract/checkout-preview.ts';
import type { TryAnswer } from '../../../web/contract/checkout-try.ts';
import { defaultSettings } from '../../../web/contract/default-settings.ts';
import type { RetryBody } from '../../../web/contract/delayed-work.ts';
import { fieldErrors } from '../../../web/contract/field-errors.ts';
import type { ActionKind } from '../../../web/contract/level.ts';
import type { OutcomeBody } from '../../../web/contract/lists.ts';
import type {
  ActionAnswer,
  ActionBody,
  ActionDto,
  ListOrdersQuery,
  OrderDetail,
} from '../../../web/contract/orders.ts';
import { type Settings, settingsSchema } from '../../../web/contract/settings.ts';
import type { PreviewAnswer, SignalsAnswer } from '../../../web/contract/signals.ts';
import type { AlertUseCases } from '../../../web/usecases/alerts/alert-use-cases.ts';
import type { Answer, Caller, UseCases } from '../../../web/usecases/use-cases.ts';
import type { WebhookEnvelope } from '../../../web/usecases/webhooks/webhook-payload.ts';
import { nothingMissed } from '../../support/reconciliation.ts';
import { fakeAutomation } from './fake-automation.ts';
import { fakeBulk } from './fake-bulk.ts';
import { noCheckout } from './fake-checkout.ts';
import { fakeContact } from './fake-contact.ts';
import { fakeImports } from './fake-imports.ts';
import { fakeLists } from './fake-lists.ts';
import { fakeMails } from './fake-mails.ts';
import { action, detail, summary } from './fake-orders.ts';
import { fakePrivacy } from './fake-privacy.ts';
import { fakeQueue } from './fake-queue.ts';

/** What the routes ask of the app, kept in memory: it has shops with orders, and remembers. */
export class FakeUseCases implements UseCases {
  readonly webhooks: WebhookEnvelope[] = [];
  readonly opened: string[] = [];
  readonly callers: Caller[] = [];
  readonly actions: { orderId: string; kind: ActionKind; body: ActionBody }[] = [];
  readonly queries: ListOrdersQuery[] = [];
  readonly lists = fakeLists;
  readonly imports = fakeImports;
  readonly automation = fakeAutomation;
  readonly alerts: AlertUseCases = {
    test: async () => ({ ok: true, value: { sent: true, problem: null } }),
  };
  readonly bulk = fakeBulk;
  readonly queue = fakeQueue;
  readonly mails = fakeMails;
  readonly contact = fakeContact;
  readonly privacy = fakePrivacy;
  settings: Settings = defaultSettings;
  ready = true;
  /** Thrown by the next call of anything that reads or writes. */
  fault: Error | null = null;
  /** The next action's refusal. */
  refusal: Extract<Answer<never>, { ok: false }> | null = null;
  /** Held until released, for tests that need a request under way. */
  gate: Promise<void> = Promise.resolve();
  /** By token, for the page of a mail's link. */
  readonly links = new Map<string, AnswerView>();
  readonly linkAnswers: { token: string; answer: LinkAnswer }[] = [];
  readonly #orders = new Map<string, Set<string>>();

  addOrder(shop: string, orderId: string): void {
    const orders = this.#orders.get(shop) ?? new Set();
    this.#orders.set(shop, orders.add(orderId));
  }

  async audit(caller: Caller) {
    await this.#enter(caller);
    const value: AuditAnswer = { rows: [], nextCursor: null, people: [] };
    return { ok: true, value } as const;
  }

  async exportAudit(caller: Caller) {
    await this.#enter(caller);
    const pieces = async function* () {
      yield '\uFEFFa,b\r\n';
    };
    return { ok: true, value: pieces() } as const;
  }

  async answerPage(token: string): Promise<AnswerView> {
    this.#fail();
    return this.links.get(token) ?? { kind: 'gone' };
  }

  async answerByLink(token: string, answer: LinkAnswer): Promise<AnswerView> {
    const view = await this.answerPage(token);
    if (view.kind !== 'question') return view;
    this.linkAnswers.push({ token, answer });
    const answered = { ...view, kind: 'answered' as const, answer };
    this.links.set(token, answered);
    return answered;
  }

  async receiveWebhook(envelope: WebhookEnvelope): Promise<'stored' | 'duplicate'> {
    this.#fail();
    const { shop, webhookId } = envelope;
    if (this.webhooks.some((w) => w.shop === shop && w.webhookId === webhookId)) return 'duplicate';
    this.webhooks.push(envelope);
    return 'stored';
  }

  async shopOpened(shop: string): Promise<void> {
    this.#fail();
    this.opened.push(shop);
  }

  async listOrders(caller: Caller, query: ListOrdersQuery) {
    await this.#enter(caller);
    this.queries.push(query);
    const ids = [...(this.#orders.get(caller.shop) ?? [])].slice(0, query.limit);
    return { ok: true, value: { orders: ids.map((id) => summary(id)), nextCursor: null } } as const;
  }

  async getOrder(caller: Caller, orderId: string): Promise<Answer<OrderDetail>> {
    await this.#enter(caller);
    if (!this.#orders.get(caller.shop)?.has(orderId)) return { ok: false, code: 'not_found' };
    return { ok: true, value: detail(orderId) };
  }

  async takeAction<K extends ActionKind>(
    caller: Caller,
    orderId: string,
    kind: K,
    body: ActionBody<K>,
  ): Promise<Answer<ActionAnswer & { created: boolean }>> {
    await this.#enter(caller);
    if (!this.#orders.get(caller.shop)?.has(orderId)) return { ok: false, code: 'not_found' };
    if (this.refusal !== null) return this.refusal;
    const created = !this.actions.some((a) => a.orderId === orderId && a.kind === kind);
    if (created) this.actions.push({ orderId, kind, body });
    return { ok: true, value: { action: action(kind), order: summary(orderId), created } };
  }

  async undoAction(caller: Caller, orderId: string, actionId: string) {
    await this.#enter(caller);
    if (actionId !== 'act-cancel') return { ok: false, code: 'not_found' } as const;
    const undone: ActionDto = { ...action('cancel'), state: 'undone', undoUntil: null };
    return { ok: true, value: { action: undone, order: summary(orderId), created: true } } as const;
  }

  async recordStaffCheck(caller: Caller, orderId: string, check: { check: string }) {
    await this.#enter(caller);
    return { ok: true, value: { ...detail(orderId), headline: check.check } } as const;
  }

  async getSettings(caller: Caller): Promise<Settings> {
    await this.#enter(caller);
    return this.settings;
  }

  async saveSettings(caller: Caller, document: unknown): Promise<Answer<Settings>> {
    await this.#enter(caller);
    const parsed = settingsSchema.safeParse(document);
    if (!parsed.success) return { ok: false, code: 'invalid', fields: fieldErrors(parsed.error) };
    const { revision } = this.settings;
    if (parsed.data.revision !== revision) return { ok: false, code: 'settings_changed' };
    this.settings = { ...parsed.data, revision: revision + 1 };
    return { ok: true, value: this.settings };
  }

  async recordOutcome(
    caller: Caller,
    orderId: string,
    { outcome }: OutcomeBody,
  ): Promise<Answer<OrderDetail>> {
    await this.#enter(caller);
    const order = await this.getOrder(caller, orderId);
    if (!order.ok || outcome === null) return order;
    const { kind, note, loss } = outcome;
    const told = { kind, at: '2026-11-22T03:00:00Z', by: '佐藤', note: note ?? null };
    return { ok: true, value: { ...order.value, outcome: { ...told, loss: loss ?? null } } };
  }

  async previewSettings(caller: Caller, document: unknown): Promise<Answer<PreviewAnswer>> {
    await this.#enter(caller);
    const parsed = settingsSchema.safeParse(document);
    if (!parsed.success) return { ok: false, code: 'invalid', fields: fieldErrors(parsed.error) };
    const levels = { normal: 1, caution: 0, high: 0 };
    const held = { heldBefore: 0, heldAfter: 0 };
    return { ok: true, value: { orders: 1, before: levels, after: levels, ...held, changed: [] } };
  }

  async signals(caller: Caller): Promise<SignalsAnswer> {
    await this.#enter(caller);
    return { signals: [], window: 0, builtInWords: {} };
  }

  async today(caller: Caller) {
    await this.#enter(caller);
    const nothing = { approved: 0, released: 0, cancelled: 0, voided: 0 };
    return {
      mode: this.settings.mode,
      held: { count: 0, atStake: { amount: 0, currency: 'JPY' } },
      urgent: 0,
      cannotHold: 0,
      decidedToday: nothing,
      yesterday: { judged: 0, caution: 0, high: 0 },
      newSince: 0,
      watchdog: { flaggedNotHeld: 0, heldWithoutCase: 0 },
      reconciliation: nothingMissed,
      waiting: [],
      wouldHave: { held: 0, judged: 0 },
    };
  }

  async tryCheckout(caller: Caller): Promise<Answer<TryAnswer>> {
    await this.#enter(caller);
    return { ok: true, value: { hidden: [], applying: [], messages: [] } };
  }

  async previewCheckout(caller: Caller): Promise<Answer<CheckoutPreview>> {
    await this.#enter(caller);
    return { ok: true, value: { orders: 0, elsewhere: 0, rules: [] } };
  }

  async checkout(caller: Caller) {
    await this.#enter(caller);
    return noCheckout;
  }

  async status(caller: Caller) {
    await this.#enter(caller);
    return {
      shop: caller.shop,
      version: '0.0.0',
      mode: this.settings.mode,
      hasToken: this.opened.includes(caller.shop),
      missingScopes: [],
      queue: { waiting: 0, failed: 0, oldestSeconds: 0 },
      failures: [],
      delayed: { count: 0, tasks: [], shopAway: null },
      deployment: {
        threeDsNotice: 'off' as const,
        fraudNotice: 'off' as const,
        checkout: noCheckout,
      },
      alerts: { waiting: 0, failed: [] },
      breakerTrippedAt: null,
      openDataRequests: 0,
      watchdog: { flaggedNotHeld: 0, heldWithoutCase: 0 },
      reconciliation: nothingMissed,
    };
  }

  async retryWork(caller: Caller, body: RetryBody) {
    await this.#enter(caller);
    return { revived: body.id === undefined ? 2 : 1 };
  }

  async me(caller: Caller) {
    await this.#enter(caller);
    return {
      shop: caller.shop,
      shopName: 'Tea',
      userId: caller.staff.userId,
      name: caller.staff.name ?? caller.staff.userId,
      locale: caller.locale,
      timezone: 'Asia/Tokyo',
      currency: 'JPY',
      may: { cancel: true, settings: caller.staff.isOwner },
    };
  }

  async paymentNames(caller: Caller) {
    await this.#enter(caller);
    return { names: [{ name: '代金引換', orders: 3, lastSeenAt: '2026-11-22T00:00:00Z' }] };
  }

  async about(caller: Caller) {
    await this.#enter(caller);
    return { version: '0.0.0', data: [] };
  }

  async isReady(): Promise<boolean> {
    this.#fail();
    return this.ready;
  }

  async #enter(caller: Caller): Promise<void> {
    this.callers.push(caller);
    await this.gate;
    this.#fail();
  }

  #fail(): void {
    if (this.fault !== null) throw this.fault;
  }
}
