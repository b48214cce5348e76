import type { OrderDetail } from '../../contract/orders.ts';
import type {
  QueueAnswer,
  QueueQuery,
  QueueRow,
  QueueVersion,
  SavedView,
  SnoozeBody,
  ViewBody,
} from '../../contract/queue.ts';
import type { Deps } from '../deps.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { assignCase, mergeCases, splitCase } from './change-rows.ts';
import { listQueue, queueVersion } from './list-queue.ts';
import { noteOrder } from './note-order.ts';
import { createSeenStaff } from './seen-staff.ts';
import { endSnooze, snoozeSignal } from './snooze.ts';
import { removeView, saveView } from './views.ts';

/** What staff do with the queue. `id` of a row; another shop's is `not_found`. */
export interface QueueUseCases {
  list(caller: Caller, query: QueueQuery): Promise<Answer<QueueAnswer>>;
  version(caller: Caller): Promise<QueueVersion>;
  assign(caller: Caller, id: number, to: string | null): Promise<Answer<QueueRow>>;
  merge(caller: Caller, id: number, other: number): Promise<Answer<QueueRow>>;
  split(caller: Caller, id: number, orderId: string): Promise<Answer<QueueRow>>;
  note(caller: Caller, orderId: string, text: string): Promise<Answer<OrderDetail>>;
  snooze(caller: Caller, orderId: string, body: SnoozeBody): Promise<Answer<OrderDetail>>;
  endSnooze(caller: Caller, orderId: string, id: string): Promise<Answer<OrderDetail>>;
  saveView(caller: Caller, body: ViewBody): Promise<Answer<SavedView>>;
  removeView(caller: Caller, id: string): Promise<Answer<{ views: SavedView[] }>>;
  /** With every authenticated request; never fails one. */
  seen(caller: Caller): Promise<void>;
}

export const createQueueUseCases = (deps: Deps): QueueUseCases => ({
  list: (caller, query) => listQueue(deps, caller, query),
  version: (caller) => queueVersion(deps, caller),
  assign: (caller, id, to) => assignCase(deps, caller, id, to),
  merge: (caller, id, other) => mergeCases(deps, caller, id, other),
  split: (caller, id, orderId) => splitCase(deps, caller, id, orderId),
  note: (caller, orderId, text) => noteOrder(deps, caller, orderId, text),
  snooze: (caller, orderId, body) => snoozeSignal(deps, caller, orderId, body),
  endSnooze: (caller, orderId, id) => endSnooze(deps, caller, orderId, id),
  saveView: (caller, body) => saveView(deps, caller, body),
  removeView: (caller, id) => removeView(deps, caller, id),
  seen: createSeenStaff(deps),
});
