import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { webhookRoute } from '../../web/http/middleware/request-context.ts';
import { isKnownTopic } from '../../web/shopify/webhook-payload.ts';
import { readToml, type TomlTable } from '../support/read-toml.ts';

const root = new URL('../../', import.meta.url);
const text = readFileSync(new URL('shopify.app.toml', root), 'utf8');
const toml = readToml(text);

const subscriptions = subscriptionsIn(toml);
const topics = subscriptions.flatMap(({ topics, compliance_topics }) =>
  [topics, compliance_topics]
    .filter((list) => Array.isArray(list))
    .flat()
    .map(String),
);

function subscriptionsIn({ webhooks }: TomlTable): TomlTable[] {
  if (typeof webhooks !== 'object' || Array.isArray(webhooks)) throw new Error('No webhooks');
  const { subscriptions } = webhooks;
  if (!Array.isArray(subscriptions)) throw new Error('No subscriptions');
  return subscriptions.filter((entry) => typeof entry === 'object');
}

describe('shopify.app.toml', () => {
  it('is embedded, speaks 2026-10, and has a name that the App Store takes', () => {
    expect(toml).toMatchObject({ embedded: true, webhooks: { api_version: '2026-10' } });
    expect(String(toml.name).length).toBeLessThanOrEqual(30);
    expect(String(toml.name)).not.toMatch(/shopify/i);
  });

  it('declares what the life of an order needs, the uninstallation and the compliance topics', () => {
    expect(topics).toEqual(
      expect.arrayContaining([
        'orders/create',
        'orders/updated',
        'orders/cancelled',
        'orders/risk_assessment_changed',
        'order_transactions/create',
        'fulfillment_orders/order_routing_complete',
        'fulfillment_orders/split',
        'fulfillment_orders/moved',
        'app/uninstalled',
        'app/scopes_update',
        'customers/data_request',
        'customers/redact',
        'shop/redact',
      ]),
    );
  });

  it('declares no topic that the app would forget, and none twice', () => {
    expect(topics.filter((topic) => !isKnownTopic(topic))).toEqual([]);
    expect(new Set(topics).size).toBe(topics.length);
  });

  it('sends everything to the one route that the server has', () => {
    expect(subscriptions.length).toBeGreaterThan(0);
    for (const { uri } of subscriptions) expect(uri).toBe(webhookRoute);
  });

  it('names for each subscription the file that handles it', () => {
    const blocks = text
      .split(/\n\n/)
      .filter((block) => block.includes('[[webhooks.subscriptions]]'));
    expect(blocks).toHaveLength(subscriptions.length);
    for (const block of blocks) {
      const handler = /^# Handled by: (web\/\S+)$/m.exec(block)?.[1] ?? 'nothing';
      expect(existsSync(new URL(handler, root)), `${handler} of ${block}`).toBe(true);
    }
  });
});
