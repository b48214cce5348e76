/** What a shop's settings keep secret, by its path in the document. */
export const secretNames = [
  'mail.password',
  'alerts.slack.url',
  'alerts.webhook.url',
  'alerts.webhook.key',
] as const;
export type SecretName = (typeof secretNames)[number];

/** Sealed, one row each. The settings document only says whether there is one. */
export interface SecretTable {
  get(shop: string, name: SecretName): Promise<string | null>;
  set(shop: string, name: SecretName, value: string): Promise<void>;
  drop(shop: string, name: SecretName): Promise<void>;
}
