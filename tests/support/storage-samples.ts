import type {
  ActionRecord,
  NewTask,
  ReceivedWebhook,
} from '../../web/usecases/ports/storage-port.ts';
import { shop } from './order-record.ts';

export const other = 'hoka.myshopify.com';
export const now = 1_700_000_000_000;
export const task = (change: Partial<NewTask> = {}): NewTask => ({
  kind: 'act-on-order',
  key: '1001',
  subject: '1001',
  priority: 'order',
  runAt: now,
  ...change,
});

export const webhook = (id: string, change: Partial<ReceivedWebhook> = {}): ReceivedWebhook => ({
  envelope: {
    shop,
    topic: 'orders/create',
    webhookId: id,
    eventId: null,
    triggeredAt: null,
    apiVersion: '2026-10',
    body: '{"id":1001,"email":"reidai-tanaka@example.jp"}',
  },
  subject: '1001',
  receivedAt: now,
  ...change,
});

export const action = (change: Partial<ActionRecord> = {}): ActionRecord => ({
  id: 'a-1',
  shop,
  orderId: '1001',
  kind: 'cancel',
  state: 'scheduled',
  undoUntil: now + 10_000,
  at: now,
  byId: '7',
  byName: '例示 花子',
  input: { note: null, seen: null },
  progress: {},
  failure: null,
  ...change,
});
