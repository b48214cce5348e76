import { type AlertChannel, alertChannels } from '../../contract/alerts.ts';
import type { Settings } from '../../contract/settings.ts';
import { canSendMail } from '../contact/mail-sender.ts';
import { enqueueMail } from '../contact/send-mail.ts';
import type { Deps } from '../deps.ts';
import type { AlertMessage, AlertRecord, AlertSend, PostOutcome } from '../ports/alert-port.ts';
import type { Tables, Task } from '../ports/storage-port.ts';
import { alertText, mailOf, slackBodyOf, webhookBodyOf } from './alert-texts.ts';
import { quietUntil } from './quiet-hours.ts';
import { channelsOf, timeZoneOf } from './raise-alert.ts';
import { signatureOf } from './sign-webhook.ts';

/** 30 s, 1 min, 2 min … at most an hour: thirty tries span a little more than a day. */
const mostAttempts = 30;
const backOff = (attempts: number) => Math.min(3_600_000, 30_000 * 2 ** (attempts - 1));

/**
 * One attempt on one channel. What was sent is written after it left: where the process dies between
 * the two, it is sent once more, with the same id.
 */
export async function sendAlert(deps: Deps, task: Task): Promise<{ runAt: number } | undefined> {
  const [id = '', name] = task.key.split('/');
  const channel = alertChannels.find((one) => one === name);
  if (channel === undefined) return undefined;
  const { read } = deps.storage;
  const alert = await read.alerts.load(task.shop, id);
  const send = await read.alerts.loadSend(task.shop, id, channel);
  if (alert === null || send?.state !== 'waiting') return undefined;
  const settings = await read.shops.settings(task.shop);
  if (!isWanted(alert, channel, settings)) return end(deps, alert, { ...send, state: 'dropped' });
  const zone = await timeZoneOf(read, task.shop);
  const runAt = quietUntil(deps.now(), alert.kind, settings.alerts.quiet, zone);
  if (runAt !== null) return { runAt };
  if (channel === 'mail') return handToOutbox(deps, alert, send, settings);
  return after(deps, alert, send, await post(deps, alert, channel, settings));
}

/** The daily mail has a switch of its own. */
function isWanted(alert: AlertRecord, channel: AlertChannel, settings: Settings): boolean {
  const { kind } = alert;
  if (kind === 'digest') return settings.alerts.digestAt !== null;
  const isChosen = kind === 'data-request' || settings.alerts.kinds.includes(kind);
  return isChosen && channelsOf(settings).includes(channel);
}

/** The outbox has tries and a state of its own: one mail an address. */
async function handToOutbox(
  deps: Deps,
  alert: AlertRecord,
  send: AlertSend,
  settings: Settings,
): Promise<undefined> {
  const now = deps.now();
  if (!canSendMail(settings, deps.mail)) {
    return end(deps, alert, { ...send, state: 'failed', problem: 'not-set-up' });
  }
  const zone = await timeZoneOf(deps.storage.read, alert.shop);
  const mail = mailOf(alertText(alert, settings.language, zone), settings.language);
  await deps.storage.write(async (tx) => {
    const current = await tx.alerts.loadSend(alert.shop, alert.id, 'mail');
    if (current?.state !== 'waiting') return;
    for (const [index, to] of settings.alerts.mail.to.entries()) {
      const id = `${alert.id}-${index}`;
      const row = { id, shop: alert.shop, orderId: null, kind: 'alert', by: null } as const;
      await enqueueMail(tx, { ...row, to, ...mail }, now);
    }
    await tx.alerts.saveSend(alert.shop, { ...send, state: 'sent', problem: null, at: now });
  });
  deps.wake(alert.shop);
  return undefined;
}

/** To Slack or to the shop's own server. */
export async function post(
  deps: Deps,
  alert: AlertMessage,
  channel: 'slack' | 'webhook',
  settings: Settings,
): Promise<PostOutcome> {
  const { secrets } = deps.storage.read;
  const url = await secrets.get(alert.shop, `alerts.${channel}.url`);
  if (url === null) return { ok: false, problem: 'url', permanent: true };
  const text = alertText(alert, settings.language, await timeZoneOf(deps.storage.read, alert.shop));
  const json = { 'content-type': 'application/json; charset=utf-8' };
  const agent = { 'user-agent': `Sekisho/${deps.version}` };
  if (channel === 'slack') {
    return deps.outgoing.post(url, slackBodyOf(text, settings.language), { ...json, ...agent });
  }
  const body = webhookBodyOf(alert, text);
  const key = await secrets.get(alert.shop, 'alerts.webhook.key');
  const signed = key === null ? {} : { 'x-sekisho-signature': signatureOf(key, body, deps.now()) };
  return deps.outgoing.post(url, body, { ...json, ...agent, ...signed });
}

async function after(
  deps: Deps,
  alert: AlertRecord,
  send: AlertSend,
  outcome: PostOutcome,
): Promise<{ runAt: number } | undefined> {
  const attempts = send.attempts + 1;
  if (outcome.ok) {
    return end(deps, alert, { ...send, attempts, state: 'sent', problem: null });
  }
  const { problem } = outcome;
  const isOver = outcome.permanent || attempts >= mostAttempts;
  await end(deps, alert, { ...send, attempts, problem, state: isOver ? 'failed' : 'waiting' });
  if (isOver) return undefined;
  return { runAt: deps.now() + (outcome.retryAfterMs ?? backOff(attempts)) };
}

async function end(deps: Deps, { shop }: AlertRecord, send: AlertSend): Promise<undefined> {
  const at = deps.now();
  await deps.storage.write((tx: Tables) => tx.alerts.saveSend(shop, { ...send, at }));
  return undefined;
}
