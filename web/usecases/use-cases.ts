import type { AboutAnswer } from '../contract/about.ts';
import type { AnswerView, LinkAnswer } from '../contract/answer-page.ts';
import type { AuditAnswer, AuditFilter, AuditQuery } from '../contract/audit.ts';
import type { CheckoutPreview } from '../contract/checkout-preview.ts';
import type { CheckoutStatus } from '../contract/checkout-status.ts';
import type { TriedBuyer, TryAnswer } from '../contract/checkout-try.ts';
import type { RetryAnswer, RetryBody } from '../contract/delayed-work.ts';
import type { ErrorCode } from '../contract/errors.ts';
import type { ActionKind, Locale } from '../contract/level.ts';
import type { OutcomeBody } from '../contract/lists.ts';
import type {
  ActionAnswer,
  ActionBody,
  ListOrdersAnswer,
  ListOrdersQuery,
  OrderDetail,
  PlanDto,
} from '../contract/orders.ts';
import type { Settings } from '../contract/settings.ts';
import type { PreviewAnswer, SignalsAnswer } from '../contract/signals.ts';
import type { MeAnswer, PaymentNamesAnswer, StatusAnswer, TodayAnswer } from '../contract/today.ts';
import type { AlertUseCases } from './alerts/alert-use-cases.ts';
import type { AutomationUseCases } from './automation/automation-use-cases.ts';
import type { BulkUseCases } from './bulk/bulk-use-cases.ts';
import type { ContactUseCases } from './contact/contact-use-cases.ts';
import type { MailUseCases } from './contact/mail-actions.ts';
import type { ImportUseCases } from './lists/list-imports.ts';
import type { ListUseCases } from './lists/list-use-cases.ts';
import type { StaffIdentity } from './ports/token-port.ts';
import type { PrivacyUseCases } from './privacy/privacy-use-cases.ts';
import type { QueueUseCases } from './queue/queue-use-cases.ts';
import type { WebhookEnvelope } from './webhooks/webhook-payload.ts';

/** A staff member's authenticated request. The shop comes from the session token, never from the URL. */
export interface Caller {
  readonly shop: string;
  readonly locale: Locale;
  readonly staff: StaffIdentity;
}

/** An expected refusal is a value; a fault is thrown. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly code: ErrorCode;
      readonly fields?: Record<string, string>;
      readonly plan?: PlanDto;
    };

/** What the app does, as HTTP calls it. Built by `createUseCases(deps)`. */
export interface UseCases {
  /** Durable when it resolves. A repeated webhook id is stored once. */
  receiveWebhook(envelope: WebhookEnvelope): Promise<'stored' | 'duplicate'>;
  /** First call of a shop, or a re-installation: keys, settings, look-back. Idempotent. */
  shopOpened(shop: string): Promise<void>;
  listOrders(caller: Caller, query: ListOrdersQuery): Promise<Answer<ListOrdersAnswer>>;
  getOrder(caller: Caller, orderId: string): Promise<Answer<OrderDetail>>;
  /** `created`: false when the same action stood already (answer 200 instead of 202). */
  takeAction<K extends ActionKind>(
    caller: Caller,
    orderId: string,
    kind: K,
    body: ActionBody<K>,
  ): Promise<Answer<ActionAnswer & { created: boolean }>>;
  undoAction(
    caller: Caller,
    orderId: string,
    actionId: string,
  ): Promise<Answer<ActionAnswer & { created: boolean }>>;
  recordStaffCheck(
    caller: Caller,
    orderId: string,
    check: { check: string; result: 'hit' | 'no-hit' | 'unknown'; note?: string | undefined },
  ): Promise<Answer<OrderDetail>>;
  /** How the order ended; `null` takes it back. */
  recordOutcome(caller: Caller, orderId: string, body: OutcomeBody): Promise<Answer<OrderDetail>>;
  getSettings(caller: Caller): Promise<Settings>;
  /** `document` is unchecked: shape, ranges, revision and permission are this use case's. */
  saveSettings(caller: Caller, document: unknown): Promise<Answer<Settings>>;
  /** The newest orders under the unchecked `document`; nothing is saved. Stops when `gone` says so. */
  previewSettings(
    caller: Caller,
    document: unknown,
    gone: AbortSignal,
  ): Promise<Answer<PreviewAnswer>>;
  /** Every signal, what can be set of it, and how often it fired. */
  signals(caller: Caller): Promise<SignalsAnswer>;
  today(caller: Caller): Promise<TodayAnswer>;
  status(caller: Caller): Promise<StatusAnswer>;
  /** What failed or was put off runs now. */
  retryWork(caller: Caller, body: RetryBody): Promise<RetryAnswer>;
  me(caller: Caller): Promise<MeAnswer>;
  paymentNames(caller: Caller): Promise<PaymentNamesAnswer>;
  /** How the checkout rules stand at Shopify. */
  checkout(caller: Caller): Promise<CheckoutStatus>;
  /** What the checkout would do with a made-up buyer under the unchecked `settings`; nothing is saved. */
  tryCheckout(
    caller: Caller,
    tried: { settings: unknown; buyer: TriedBuyer },
  ): Promise<Answer<TryAnswer>>;
  /** What each rule of the unchecked `document` would have meant for the newest orders; nothing is saved. */
  previewCheckout(
    caller: Caller,
    document: unknown,
    gone: AbortSignal,
  ): Promise<Answer<CheckoutPreview>>;
  /** The version, and the data that judgements rest on with its age. */
  about(caller: Caller): Promise<AboutAnswer>;
  /** Who did what, newest first. */
  audit(caller: Caller, query: AuditQuery): Promise<Answer<AuditAnswer>>;
  /** The same as CSV, in pieces. */
  exportAudit(caller: Caller, filter: AuditFilter): Promise<Answer<AsyncIterable<string>>>;
  /** What the link of a mail shows to whoever has it; changes nothing. */
  answerPage(token: string): Promise<AnswerView>;
  /** The buyer's word by that link; the first one stands. */
  answerByLink(token: string, answer: LinkAnswer): Promise<AnswerView>;
  /** What staff do with the shop's lists. */
  readonly lists: ListUseCases;
  /** Files of list entries, from being sent to being taken back. */
  readonly imports: ImportUseCases;
  /** Mails of the outbox, and the test of a mail server. */
  readonly mails: MailUseCases;
  /** The staff's queue of cases. */
  readonly queue: QueueUseCases;
  /** What staff are told of. */
  readonly alerts: AlertUseCases;
  /** Many orders at once. */
  readonly bulk: BulkUseCases;
  /** What the app does by itself. */
  readonly automation: AutomationUseCases;
  /** Calls, letters and answers. */
  readonly contact: ContactUseCases;
  readonly privacy: PrivacyUseCases;
  /** Database and queue reachable. */
  isReady(): Promise<boolean>;
}
