import type { Settings } from '../../contract/settings.ts';
import { endAction } from '../actions/end-action.ts';
import type { Deps } from '../deps.ts';
import { inSlices } from './in-slices.ts';

const slice = 20;

/**
 * Once, before the first work on a database that comes from a backup (docs/backup.md). What had not ended
 * then may have ended since, or been taken back by a person: nothing that cannot be undone is done again
 * from the backup's memory. Cancels, voids and captures under way end as failed, to be clicked again by
 * whoever still wants them; mails count as "perhaps sent"; what goes out by itself is switched off until
 * staff switch it on. All the rest compares itself with Shopify.
 */
export async function afterRestore(deps: Deps): Promise<void> {
  const { restores } = deps.storage.read;
  if (!(await restores.isRestored())) return;
  for (const shop of await restores.shops()) await settleShop(deps, shop);
  await deps.storage.write((tx) => tx.restores.clear());
  deps.log.warn(
    {},
    'this database was restored from a backup: what was under way is left to people',
  );
}

async function settleShop(deps: Deps, shop: string): Promise<void> {
  const { restores } = deps.storage.read;
  const until = async (step: () => Promise<number>) => {
    while (!(await inSlices(step)));
  };
  await until(async () => {
    const ids = await restores.pendingMoney(shop, slice);
    for (const id of ids) await giveUp(deps, shop, id);
    return ids.length;
  });
  await until(async () => {
    const ids = await restores.pendingMails(shop, slice);
    await deps.storage.write(async (tx) => {
      for (const id of ids) {
        const change = { state: 'unknown', problem: 'killed' } as const;
        await tx.mails.move(shop, id, ['waiting', 'sending'], change);
      }
    });
    return ids.length;
  });
  await deps.storage.write(async (tx) => {
    const before = await tx.shops.settings(shop);
    const after = byHandOnly(before);
    if (after === before) return;
    await tx.shops.saveSettings(shop, after, before.revision);
    await tx.audit.add(shop, {
      ...{ orderId: null, at: deps.now(), byKind: 'app', byId: null, byName: null },
      what: 'settings-changed',
      details: { changed: 'automation, contact', why: 'restored' },
    });
  });
}

async function giveUp(deps: Deps, shop: string, id: string): Promise<void> {
  const action = await deps.storage.read.actions.load(shop, id);
  if (action === null) return;
  await deps.storage.write((tx) => tx.tasks.cancel(shop, 'run-action', id));
  await endAction(deps, action, { ended: 'failed', code: 'too_late', message: '' });
}

/** The same object where nothing goes out by itself already. */
function byHandOnly(settings: Settings): Settings {
  const { automation, contact } = settings;
  const isByHand =
    !automation.cancelUnanswered && !automation.captureNormal && contact.sendByItself.length === 0;
  if (isByHand) return settings;
  return {
    ...settings,
    revision: settings.revision + 1,
    automation: { ...automation, cancelUnanswered: false, captureNormal: false },
    contact: { ...contact, sendByItself: [] },
  };
}
