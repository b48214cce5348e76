import { actOnOrder, giveUpActing } from './actions/act-on-order.ts';
import { checkRelease } from './actions/check-release.ts';
import { endAction } from './actions/end-action.ts';
import { runAction } from './actions/run-action.ts';
import { sendDigest } from './alerts/daily-digest.ts';
import { sendAlert } from './alerts/send-alert.ts';
import { watchDeadlines } from './alerts/watch-deadlines.ts';
import { captureNormal } from './automation/capture-normal.ts';
import { giveUpBulk, runBulk } from './bulk/run-bulk.ts';
import { checkCheckout } from './checkout/check-checkout.ts';
import { deployCheckout } from './checkout/deploy-checkout.ts';
import { deployNotices } from './checkout/deploy-notices.ts';
import { contactStep } from './contact/contact-step.ts';
import { giveUpMail, sendMail } from './contact/send-mail.ts';
import type { Deps } from './deps.ts';
import { judgeOpenOrders } from './judging/judge-open-orders.ts';
import { judgeAgain, lookBack } from './judging/look-back.ts';
import { refreshStatistics } from './judging/shop-statistics.ts';
import { workImports } from './lists/list-import-work.ts';
import { sweepLists } from './lists/list-sweep.ts';
import type { Tables, Task, TaskKind } from './ports/storage-port.ts';
import { eraseShop } from './privacy/erase-shop.ts';
import { forgetBuyer } from './privacy/forget-buyer.ts';
import { sweepPersonalData } from './privacy/sweep-personal-data.ts';
import { fillQueue } from './queue/fill-queue.ts';
import { reconcile } from './reconcile/reconcile.ts';
import { readShop } from './shop-tasks.ts';
import { handleWebhook } from './webhooks/handle-webhook.ts';
import { checkRouting } from './webhooks/routing-webhooks.ts';

/** A time where the work comes again: Shopify's job has not ended yet. */
export type RunAgain = { readonly runAt: number } | undefined;

export interface TaskHandler {
  run(deps: Deps, task: Task): Promise<RunAgain>;
  /** Written in the transaction that takes tasks of this kind and of one shop off the list. */
  done?(tx: Tables, shop: string, tasks: readonly Task[]): Promise<void>;
  /** After the last try failed: what must be told or taken back. */
  giveUp?(deps: Deps, task: Task, error: string): Promise<void>;
}

const once = (run: (deps: Deps, task: Task) => Promise<void>) => async (deps: Deps, task: Task) => {
  await run(deps, task);
  return undefined;
};

/** Every kind of work and who does it. Each can run twice and change nothing the second time. */
export const taskHandlers: Record<TaskKind, TaskHandler> = {
  'handle-webhook': {
    run: once(handleWebhook),
    done: (tx, shop, tasks) =>
      tx.inbox.finishAll(
        shop,
        tasks.map(({ key }) => Number(key)),
      ),
    giveUp: (deps, task) =>
      deps.storage.write((tx) => tx.inbox.finish(task.shop, Number(task.key), 'failed')),
  },
  'act-on-order': { run: once(actOnOrder), giveUp: giveUpActing },
  'run-action': { run: runAction, giveUp: giveUpAction },
  'check-routing': { run: once(checkRouting) },
  'check-release': { run: once(checkRelease) },
  'read-shop': { run: once(readShop) },
  'look-back': { run: once(lookBack) },
  reconcile: { run: reconcile },
  'judge-again': { run: once(judgeAgain) },
  'refresh-statistics': { run: once(refreshStatistics) },
  'judge-open-orders': { run: once(judgeOpenOrders) },
  'fill-queue': { run: once(fillQueue) },
  'work-imports': { run: workImports },
  'sweep-lists': { run: once(sweepLists) },
  'deploy-notice': { run: once(deployNotices) },
  'deploy-checkout': { run: once(deployCheckout) },
  'check-checkout': { run: checkCheckout },
  'send-alert': { run: sendAlert },
  'send-digest': { run: sendDigest },
  'watch-deadlines': { run: watchDeadlines },
  'run-bulk': { run: runBulk, giveUp: giveUpBulk },
  'contact-step': { run: contactStep },
  'capture-normal': { run: once(captureNormal) },
  'forget-buyer': { run: forgetBuyer },
  'erase-shop': { run: eraseShop },
  'sweep-personal-data': { run: sweepPersonalData },
  'send-mail': { run: once(sendMail), giveUp: giveUpMail },
};

async function giveUpAction(deps: Deps, task: Task, error: string): Promise<void> {
  const action = await deps.storage.read.actions.load(task.shop, task.key);
  if (action === null || action.state === 'done' || action.state === 'undone') return;
  // Nobody refused it: no answer came for half an hour, and the clerk decides whether to try again.
  const isUnanswered = error === 'transient' || error === 'outcome-unknown';
  const why = isUnanswered
    ? ({ code: 'shopify_unreachable', message: '' } as const)
    : ({ code: 'refused_by_shopify', message: error } as const);
  await endAction(deps, action, { ended: 'failed', ...why });
}
