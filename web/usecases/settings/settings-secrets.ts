import type { Settings } from '../../contract/settings.ts';
import type { Secret } from '../../contract/staff-settings.ts';
import { type SecretName, secretNames } from '../ports/secret-port.ts';
import type { Tables } from '../ports/storage-port.ts';

/** Secrets stand in the document as `{set}` only: their values are sealed rows of their own. */
interface Place {
  read(settings: Settings): Secret;
  write(settings: Settings, secret: Secret): Settings;
}

const places: Readonly<Record<SecretName, Place>> = {
  'mail.password': {
    read: ({ mail }) => mail.password,
    write: (all, password) => ({ ...all, mail: { ...all.mail, password } }),
  },
  'alerts.slack.url': {
    read: ({ alerts }) => alerts.slack.url,
    write: (all, url) => ({
      ...all,
      alerts: { ...all.alerts, slack: { ...all.alerts.slack, url } },
    }),
  },
  'alerts.webhook.url': {
    read: ({ alerts }) => alerts.webhook.url,
    write: (all, url) => ({
      ...all,
      alerts: { ...all.alerts, webhook: { ...all.alerts.webhook, url } },
    }),
  },
  'alerts.webhook.key': {
    read: ({ alerts }) => alerts.webhook.key,
    write: (all, key) => ({
      ...all,
      alerts: { ...all.alerts, webhook: { ...all.alerts.webhook, key } },
    }),
  },
};

export interface TakenSecrets {
  /** As it is stored and answered: no value anywhere. */
  readonly settings: Settings;
  /** A text sets it, null forgets it; what is kept is absent. */
  readonly changes: ReadonlyMap<SecretName, string | null>;
}

/** `{set: true}` keeps what there is: where there is none, it stays so. */
export function takeSecrets(wanted: Settings, before: Settings): TakenSecrets {
  const changes = new Map<SecretName, string | null>();
  let settings = wanted;
  for (const name of secretNames) {
    const secret = places[name].read(wanted);
    const had = places[name].read(before).set;
    if ('value' in secret) changes.set(name, secret.value);
    else if (!secret.set && had) changes.set(name, null);
    const set = 'value' in secret || (secret.set && had);
    settings = places[name].write(settings, { set });
  }
  return { settings, changes };
}

/** In the transaction that stores the document. */
export async function keepSecrets(
  tx: Tables,
  shop: string,
  changes: TakenSecrets['changes'],
): Promise<void> {
  for (const [name, value] of changes) {
    if (value === null) await tx.secrets.drop(shop, name);
    else await tx.secrets.set(shop, name, value);
  }
}

/**
 * A password that is kept goes to the server that it was entered for: with another host it could be
 * read off by whoever may change settings.
 */
export function secretFaults(wanted: Settings, before: Settings): Record<string, string> {
  const { host, password } = wanted.mail;
  const kept = password.set && !('value' in password) && before.mail.password.set;
  const moved = host !== '' && host.toLowerCase() !== before.mail.host.toLowerCase();
  return kept && moved ? { 'mail.password': 'enter_again' } : {};
}
