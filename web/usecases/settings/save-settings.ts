import { noticeKinds } from '../../contract/notices.ts';
import type { Settings } from '../../contract/settings.ts';
import { mayDo } from '../actions/permissions.ts';
import { enqueueDigest } from '../alerts/daily-digest.ts';
import { enqueueWatchDeadlines } from '../alerts/watch-deadlines.ts';
import { enqueueDeployCheckout, settingsDigest } from '../checkout/deploy-checkout.ts';
import { enqueueDeployNotices } from '../checkout/deploy-notices.ts';
import type { Deps } from '../deps.ts';
import type { Tables } from '../ports/storage-port.ts';
import { enqueueFillQueue } from '../queue/fill-queue.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { checkSettings } from './check-settings.ts';
import { settingChanges } from './settings-changes.ts';
import { keepSecrets, secretFaults, takeSecrets } from './settings-secrets.ts';

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
    const fields = secretFaults(wanted, before);
    if (Object.keys(fields).length > 0) return { ok: false, code: 'invalid', fields };
    const { settings, changes } = takeSecrets(wanted, before);
    const next = { ...settings, revision: before.revision + 1 };
    if (!(await tx.shops.saveSettings(caller.shop, next, before.revision))) {
      return { ok: false, code: 'settings_changed' };
    }
    await keepSecrets(tx, caller.shop, changes);
    await afterSave(deps, tx, caller, before, next, [...changes.keys()]);
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
  secrets: readonly string[],
): Promise<void> {
  const now = deps.now();
  await tx.audit.add(caller.shop, {
    orderId: null,
    at: now,
    byKind: 'staff',
    byId: caller.staff.userId,
    byName: caller.staff.name ?? caller.staff.userId,
    what: before.mode === next.mode ? 'settings-changed' : 'mode-changed',
    details: {
      changed: changedKeys(before, next).join(', '),
      mode: next.mode,
      // Which, never what: a new password for an old one changes nothing in the document.
      ...(secrets.length > 0 ? { secrets: secrets.join(', ') } : {}),
      changes: JSON.stringify(settingChanges(before, next, secrets)),
    },
  });
  if (changedKeys(before, next).some((key) => noticeKinds.some((kind) => kind === key))) {
    await enqueueDeployNotices(tx, caller.shop, now);
  }
  if (changedKeys(before, next).includes('deadlines')) {
    await enqueueFillQueue(tx, caller.shop, now);
  }
  if (changedKeys(before, next).includes('alerts')) {
    await enqueueWatchDeadlines(tx, caller.shop, now, now);
    await enqueueDigest(tx, caller.shop, now);
  }
  if (settingsDigest(before) !== settingsDigest(next)) {
    await enqueueDeployCheckout(tx, caller.shop, now);
  }
}

const changedKeys = (before: Settings, next: Settings) =>
  (Object.keys(next) as (keyof Settings)[]).filter(
    (key) => key !== 'revision' && JSON.stringify(before[key]) !== JSON.stringify(next[key]),
  );
