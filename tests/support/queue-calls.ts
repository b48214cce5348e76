import type {
  CaseDto,
  QueueAnswer,
  QueueRow,
  SavedView,
  SnoozeDto,
} from '../../web/contract/queue.ts';
import type { Caller, RunningApp } from './app-on-stand-in.ts';

interface Answered<T> {
  readonly status: number;
  readonly body: T & { error: { code: string; fields: Record<string, string> } };
}

/** The queue's routes as the page calls them. */
export function queueCalls(running: () => RunningApp) {
  async function ask<T>(method: string, path: string, body?: object, as?: Caller) {
    const { status, body: answer } = await running().call(method, path, body, as);
    const parsed: Answered<T>['body'] = JSON.parse(JSON.stringify(answer));
    return { status, body: parsed };
  }
  return {
    ask,
    queue: async (query = '', as: Caller = {}) =>
      (await ask<QueueAnswer>('GET', `/api/queue${query}`, undefined, as)).body,
    version: async () => (await ask<{ version: number }>('GET', '/api/queue/version')).body.version,
    onCase: (id: string, verb: string, body: object, as: Caller = {}) =>
      ask<QueueRow>('POST', `/api/cases/${id}/${verb}`, body, as),
    view: (body: object, as: Caller = {}) => ask<SavedView>('POST', '/api/queue/views', body, as),
    page: async (id: string) =>
      (
        await ask<{
          case: CaseDto | null;
          snoozes: SnoozeDto[];
          level: string;
          signals: { id: string; outcome: string }[];
          audit: { what: string; by: string; details: Record<string, string | number> }[];
        }>('GET', `/api/orders/${id}`)
      ).body,
  };
}
