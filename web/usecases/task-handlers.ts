import { actOnOrder, giveUpActing } from './act-on-order.ts';
import { checkCheckout } from './check-checkout.ts';
import { checkRelease } from './check-release.ts';
import { deployCheckout } from './deploy-checkout.ts';
import { deployNotices } from './deploy-notices.ts';
import type { Deps } from './deps.ts';
import { endAction } from './end-action.ts';
import { handleWebhook } from './handle-webhook.ts';
import { judgeOpenOrders } from './judge-open-orders.ts';
import { workImports } from './list-import-work.ts';
import { sweepLists } from './list-sweep.ts';
import { judgeAgain, lookBack } from './look-back.ts';
import { checkRouting } from './routing-webhooks.ts';
import { runAction } from './run-action.ts';
import { refreshStatistics } from './shop-statistics.ts';
import { readShop } from './shop-tasks.ts';
import type { Tables, Task, TaskKind } from './storage-port.ts';

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
  'judge-again': { run: once(judgeAgain) },
  'refresh-statistics': { run: once(refreshStatistics) },
  'judge-open-orders': { run: once(judgeOpenOrders) },
  'work-imports': { run: workImports },
  'sweep-lists': { run: sweepLists },
  'deploy-notice': { run: once(deployNotices) },
  'deploy-checkout': { run: once(deployCheckout) },
  'check-checkout': { run: checkCheckout },
};

async function giveUpAction(deps: Deps, task: Task, error: string): Promise<void> {
  const action = await deps.storage.read.actions.load(task.shop, task.key);
  if (action === null || action.state === 'done' || action.state === 'undone') return;
  await endAction(deps, action, { ended: 'failed', code: 'refused_by_shopify', message: error });
}
