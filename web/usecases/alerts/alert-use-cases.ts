import type { AlertChannel, AlertsStatus, AlertTestAnswer } from '../../contract/alerts.ts';
import type { Settings } from '../../contract/settings.ts';
import { mayDo } from '../actions/permissions.ts';
import { canSendMail } from '../contact/mail-sender.ts';
import { enqueueMail } from '../contact/send-mail.ts';
import type { Deps } from '../deps.ts';
import type { AlertMessage } from '../ports/alert-port.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { alertText, mailOf } from './alert-texts.ts';
import { timeZoneOf } from './raise-alert.ts';
import { post } from './send-alert.ts';

export interface AlertUseCases {
  /** One message with the settings that are saved; it is neither kept nor tried again. */
  test(caller: Caller, channel: AlertChannel): Promise<Answer<AlertTestAnswer>>;
}

export const createAlertUseCases = (deps: Deps): AlertUseCases => ({
  test: (caller, channel) => testAlert(deps, caller, channel),
});

async function testAlert(
  deps: Deps,
  caller: Caller,
  channel: AlertChannel,
): Promise<Answer<AlertTestAnswer>> {
  const settings = await deps.storage.read.shops.settings(caller.shop);
  if (!mayDo('settings', caller.staff, settings)) return { ok: false, code: 'not_allowed' };
  const id = deps.newId();
  const { shop } = caller;
  const alert = { id, shop, kind: 'test', subject: id, at: deps.now(), details: {} } as const;
  if (channel === 'mail') return { ok: true, value: await testMail(deps, alert, settings) };
  const outcome = await post(deps, alert, channel, settings);
  return { ok: true, value: { sent: outcome.ok, problem: outcome.ok ? null : outcome.problem } };
}

/** Handed to the outbox, which tells what becomes of it. */
async function testMail(
  deps: Deps,
  alert: AlertMessage,
  settings: Settings,
): Promise<AlertTestAnswer> {
  const { to } = settings.alerts.mail;
  if (to.length === 0 || !canSendMail(settings, deps.mail)) {
    return { sent: false, problem: 'not-set-up' };
  }
  const zone = await timeZoneOf(deps.storage.read, alert.shop);
  const mail = mailOf(alertText(alert, settings.language, zone), settings.language);
  await deps.storage.write(async (tx) => {
    for (const [index, address] of to.entries()) {
      const id = `${alert.id}-${index}`;
      const row = { id, shop: alert.shop, orderId: null, kind: 'alert', by: null } as const;
      await enqueueMail(tx, { ...row, to: address, ...mail }, alert.at);
    }
  });
  deps.wake(alert.shop);
  return { sent: true, problem: null };
}

const shownFailures = 20;
const shownMs = 7 * 86_400_000;

/** For `GET /api/status`. */
export async function alertsStatus(deps: Deps, shop: string): Promise<AlertsStatus> {
  const { alerts } = deps.storage.read;
  const failed = await alerts.failedSince(shop, deps.now() - shownMs, shownFailures);
  return {
    waiting: await alerts.countWaiting(shop),
    failed: failed.map(({ send, alert }) => ({
      id: alert.id,
      kind: alert.kind,
      channel: send.channel,
      order: alert.details.order
        ? { id: alert.details.order.id, name: alert.details.order.name }
        : null,
      at: new Date(send.at).toISOString(),
      problem: send.problem,
    })),
  };
}
