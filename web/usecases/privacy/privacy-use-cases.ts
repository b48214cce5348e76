import type {
  AccessAnswer,
  AccessFilter,
  AccessQuery,
  PrivacyAnswer,
  RetentionDto,
} from '../../contract/privacy.ts';
import type { Deps } from '../deps.ts';
import type { Answer, Caller } from '../use-cases.ts';
import type { AccessLog } from './access-log.ts';
import { accessPage, exportAccess } from './access-page.ts';
import { afterRestore } from './after-restore.ts';
import { exportRequest } from './export-request.ts';
import { markRequest, privacyPage, retentionOf } from './privacy-page.ts';

export interface PrivacyUseCases {
  page(caller: Caller): Promise<PrivacyAnswer>;
  /** What so many months would erase; nothing is written. */
  retention(caller: Caller, months: number): Promise<RetentionDto>;
  markRequest(caller: Caller, id: string, isDone: boolean): Promise<Answer<PrivacyAnswer>>;
  /** JSON in pieces. */
  exportRequest(caller: Caller, id: string): Promise<Answer<AsyncIterable<string>>>;
  access(caller: Caller, query: AccessQuery): Promise<Answer<AccessAnswer>>;
  /** CSV in pieces. */
  exportAccess(caller: Caller, filter: AccessFilter): Promise<Answer<AsyncIterable<string>>>;
  /** Before the first work of a process; does something only on a database that comes from a backup. */
  afterRestore(): Promise<void>;
  /** When every view so far is in the access log: before the storage is closed. */
  settled(): Promise<void>;
}

export const createPrivacyUseCases = (deps: Deps, access: AccessLog): PrivacyUseCases => ({
  page: (caller) => privacyPage(deps, caller),
  retention: ({ shop }, months) => retentionOf(deps, shop, months),
  markRequest: (caller, id, isDone) => markRequest(deps, caller, id, isDone),
  exportRequest: (caller, id) => exportRequest(deps, access, caller, id),
  access: (caller, query) => accessPage(deps, caller, query),
  exportAccess: (caller, filter) => exportAccess(deps, caller, filter),
  afterRestore: () => afterRestore(deps),
  settled: () => access.settled(),
});
