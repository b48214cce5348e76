import { noticeKinds } from '../../contract/notices.ts';
import type { Settings } from '../../contract/settings.ts';
import { mayDo } from '../actions/permissions.ts';
import { enqueueDeployCheckout, settingsDigest } from '../checkout/deploy-checkout.ts';
import { enqueueDeployNotices } from '../checkout/deploy-notices.ts';
import type { Deps } from '../deps.ts';
import type { Tables } from '../ports/storage-port.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { checkSettings } from './check-settings.ts';

/**
 * Takes exactly what GET gave. Saved even where Shopify cannot be told: telling it is a task of its
 * own, whose state is in `GET /api/status`. Past orders are never touched by a change of mode.
 */
export async function saveSettings(
  deps: Deps,
  caller: Caller,
  document: unknown,
): Promise<Answer<Settings>> {
  const checked = checkSettings(document);
  if (!checked.ok) return checked;
  const wanted = checked.value;
  const outcome = await deps.storage.write(async (tx): Promise<Answer<Settings>> => {
    await tx.shops.ensure(caller.shop, deps.now());
    const before = await tx.shops.settings(caller.shop);
    if (!mayDo('settings', caller.staff, before)) return { ok: false, code: 'not_allowed' };
    if (wanted.revision !== before.revision) return { ok: false, code: 'settings_changed' };
    const next = { ...wanted, revision: before.revision + 1 };
    if (!(await tx.shops.saveSettings(caller.shop, next, before.revision))) {
      return { ok: false, code: 'settings_changed' };
    }
    await afterSave(deps, tx, caller, before, next);
    return { ok: true, value: next };
  });
  if (outcome.ok) deps.wake(caller.shop);
  return outcome;
}

async function afterSave(
  deps: Deps,
  tx: Tables,
  caller: Caller,
  before: Settings,
  next: Settings,
): Promise<void> {
  const now = deps.now();
  await tx.audit.add(caller.shop, {
    orderId: null,
    at: now,
    byKind: 'staff',
    byId: caller.staff.userId,
    byName: caller.staff.name ?? caller.staff.userId,
    what: before.mode === next.mode ? 'settings-changed' : 'mode-changed',
    details: { changed: changedKeys(before, next).join(', '), mode: next.mode },
  });
  if (changedKeys(before, next).some((key) => noticeKinds.some((kind) => kind === key))) {
    await enqueueDeployNotices(tx, caller.shop, now);
  }
  if (settingsDigest(before) !== settingsDigest(next)) {
    await enqueueDeployCheckout(tx, caller.shop, now);
  }
}

const changedKeys = (before: Settings, next: Settings) =>
  (Object.keys(next) as (keyof Settings)[]).filter(
    (key) => key !== 'revision' && JSON.stringify(before[key]) !== JSON.stringify(next[key]),
  );
