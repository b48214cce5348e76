import { about } from './about.ts';
import { checkoutStatus } from './checkout-status.ts';
import type { Deps } from './deps.ts';
import { createImportUseCases } from './list-imports.ts';
import { createListUseCases } from './list-use-cases.ts';
import { getOrder, listOrders, paymentNames } from './orders-queries.ts';
import { previewSettings } from './preview-settings.ts';
import { receiveWebhook } from './receive-webhook.ts';
import { recordOutcome } from './record-outcome.ts';
import { saveSettings } from './save-settings.ts';
import { shopOpened } from './shop-tasks.ts';
import { listSignals } from './signals-queries.ts';
import { recordStaffCheck } from './staff-checks.ts';
import { takeAction } from './take-action.ts';
import { me, status, today } from './today.ts';
import { tryCheckout } from './try-checkout.ts';
import { undoAction } from './undo-action.ts';
import type { UseCases } from './use-cases.ts';

/** What the app does, one verb a file; this is the list of verbs. */
export function createUseCases(deps: Deps): UseCases {
  return {
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
    me: (caller) => me(deps, caller),
    paymentNames: (caller) => paymentNames(deps, caller),
    checkout: (caller) => checkoutStatus(deps, caller.shop),
    tryCheckout: (caller, tried) => tryCheckout(deps, caller, tried),
    about: async (caller) => about(deps, caller),
    lists: createListUseCases(deps),
    imports: createImportUseCases(deps),
    isReady: () => deps.storage.isReachable(),
  };
}
