import type { BulkBody, BulkRun } from '../../contract/queue.ts';
import type { Deps } from '../deps.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { getBulk, recentBulk } from './present-bulk.ts';
import { startBulk } from './start-bulk.ts';
import { stopBulk } from './stop-bulk.ts';

/** Many orders at once. */
export interface BulkUseCases {
  /** `created`: false when the same request runs already (answer 200 instead of 202). */
  start(caller: Caller, body: BulkBody): Promise<Answer<{ run: BulkRun; created: boolean }>>;
  recent(caller: Caller): Promise<{ runs: BulkRun[] }>;
  load(caller: Caller, id: string): Promise<Answer<BulkRun>>;
  stop(caller: Caller, id: string): Promise<Answer<BulkRun>>;
}

export const createBulkUseCases = (deps: Deps): BulkUseCases => ({
  start: (caller, body) => startBulk(deps, caller, body),
  recent: (caller) => recentBulk(deps, caller),
  load: (caller, id) => getBulk(deps, caller, id),
  stop: (caller, id) => stopBulk(deps, caller, id),
});
