import { takeAction } from './actions/take-action.ts';
import { undoAction } from './actions/undo-action.ts';
import { createAlertUseCases } from './alerts/alert-use-cases.ts';
import { createAutomationUseCases } from './automation/automation-use-cases.ts';
import { createBulkUseCases } from './bulk/bulk-use-cases.ts';
import { checkoutStatus } from './checkout/checkout-status.ts';
import { previewCheckout } from './checkout/preview-checkout.ts';
import { tryCheckout } from './checkout/try-checkout.ts';
import { answerByLink, answerPage } from './contact/answer-page.ts';
import { createContactUseCases } from './contact/contact-use-cases.ts';
import { createMailUseCases } from './contact/mail-actions.ts';
import type { Deps } from './deps.ts';
import { recordOutcome } from './judging/record-outcome.ts';
import { recordStaffCheck } from './judging/staff-checks.ts';
import { createImportUseCases } from './lists/list-imports.ts';
import { createListUseCases } from './lists/list-use-cases.ts';
import { about } from './pages/about.ts';
import { exportAudit } from './pages/audit-export.ts';
import { auditPage } from './pages/audit-page.ts';
import { retryWork } from './pages/delayed-work.ts';
import { getOrder, listOrders, paymentNames } from './pages/orders-queries.ts';
import { me, status, today } from './pages/today.ts';
import { createAccessLog } from './privacy/access-log.ts';
import { noteViews } from './privacy/note-views.ts';
import { createPrivacyUseCases } from './privacy/privacy-use-cases.ts';
import { createQueueUseCases } from './queue/queue-use-cases.ts';
import { previewSettings } from './settings/preview-settings.ts';
import { saveSettings } from './settings/save-settings.ts';
import { listSignals } from './settings/signals-queries.ts';
import { shopOpened } from './shop-tasks.ts';
import type { UseCases } from './use-cases.ts';
import { receiveWebhook } from './webhooks/receive-webhook.ts';

/** What the app does, one verb a file; this is the list of verbs. */
export function createUseCases(deps: Deps): UseCases {
  const access = createAccessLog(deps);
  const useCases: UseCases = {
    receiveWebhook: (envelope) => receiveWebhook(deps, envelope),
    shopOpened: (shop) => shopOpened(deps, shop),
    listOrders: (caller, query) => listOrders(deps, caller, query),
    getOrder: (caller, orderId) => getOrder(deps, caller, orderId),
    takeAction: (caller, orderId, kind, body) => takeAction(deps, caller, orderId, kind, body),
    undoAction: (caller, orderId, actionId) => undoAction(deps, caller, orderId, actionId),
    recordOutcome: (caller, orderId, body) => recordOutcome(deps, caller, orderId, body),
    recordStaffCheck: (caller, orderId, check) => recordStaffCheck(deps, caller, orderId, check),
    getSettings: (caller) => deps.storage.read.shops.settings(caller.shop),
    saveSettings: (caller, document) => saveSettings(deps, caller, document),
    previewSettings: (caller, document, gone) => previewSettings(deps, caller, document, gone),
    signals: (caller) => listSignals(deps, caller),
    today: (caller) => today(deps, caller),
    status: (caller) => status(deps, caller),
    retryWork: (caller, body) => retryWork(deps, caller, body),
    me: (caller) => me(deps, caller),
    paymentNames: (caller) => paymentNames(deps, caller),
    checkout: (caller) => checkoutStatus(deps, caller.shop),
    tryCheckout: (caller, tried) => tryCheckout(deps, caller, tried),
    previewCheckout: (caller, document, gone) => previewCheckout(deps, caller, document, gone),
    about: async (caller) => about(deps, caller),
    audit: (caller, query) => auditPage(deps, caller, query),
    exportAudit: (caller, filter) => exportAudit(deps, caller, filter),
    answerPage: (token) => answerPage(deps, token),
    answerByLink: (token, answer) => answerByLink(deps, token, answer),
    lists: createListUseCases(deps),
    imports: createImportUseCases(deps),
    mails: createMailUseCases(deps),
    queue: createQueueUseCases(deps),
    automation: createAutomationUseCases(deps),
    alerts: createAlertUseCases(deps),
    bulk: createBulkUseCases(deps),
    contact: createContactUseCases(deps),
    privacy: createPrivacyUseCases(deps, access),
    isReady: () => deps.storage.isReachable(),
  };
  return noteViews(useCases, access);
}
