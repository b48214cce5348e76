import { type IdSource, newUuid } from './ids.ts';
import type { Scheduler } from './scheduler.ts';
import type { AppIdentity, ShopState } from './state.ts';
import { newGid, ordinarySettings, type Store, type StoreSettings } from './store.ts';
import type { DeliverySettings, Webhooks } from './webhooks.ts';

export interface StoreParts {
  readonly state: ShopState;
  readonly app: AppIdentity;
  readonly scheduler: Scheduler;
  readonly ids: IdSource;
  readonly webhooks: Webhooks;
  readonly delivery: DeliverySettings;
  readonly settings?: Partial<StoreSettings>;
}

/** Ties a store's state to the clock, the ids and the webhooks that its actions need. */
export function createStore(parts: StoreParts): Store {
  const { state, scheduler, ids } = parts;
  let event: string | null = null;

  const store: Store = {
    state,
    settings: { ...ordinarySettings, ...parts.settings },
    app: parts.app,
    scheduler,
    now: scheduler.now,
    newId: (kind) => newGid(ids, kind),
    emit(topic, body) {
      if (!state.installed && topic !== 'app/uninstalled' && !topic.endsWith('/redact')) return;
      parts.webhooks.send(
        {
          shop: state.domain,
          topic,
          webhookId: newUuid(ids, 'Webhook'),
          eventId: event ?? newUuid(ids, 'Event'),
          triggeredAt: new Date(scheduler.now()).toISOString().replace('Z', '000000Z'),
          body: JSON.stringify(body),
        },
        parts.delivery,
      );
    },
    oneAction(act) {
      if (event !== null) return act();
      event = newUuid(ids, 'Event');
      try {
        return act();
      } finally {
        event = null;
      }
    },
  };
  return store;
}
