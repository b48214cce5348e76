import type {
  PrivacyAnswer,
  PrivacyRequestDto,
  RequestState,
  RetentionDto,
} from '../../contract/privacy.ts';
import { mayDo } from '../actions/permissions.ts';
import type { Deps } from '../deps.ts';
import type { PrivacyRequest } from '../ports/privacy-port.ts';
import { auditBy } from '../queue/audit-by.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { kept, monthsBefore } from './periods.ts';

const shownRequests = 200;
const day = 86_400_000;

/** What was asked of the shop about personal data, what is kept, and what goes next. */
export async function privacyPage(deps: Deps, { shop }: Caller): Promise<PrivacyAnswer> {
  const { read } = deps.storage;
  const requests = await read.privacy.list(shop, shownRequests);
  const names = new Map((await read.staff.all(shop)).map(({ userId, name }) => [userId, name]));
  const { retentionMonths } = await read.shops.settings(shop);
  return {
    requests: requests.map((request) => present(request, names, deps.now())),
    retention: await retentionOf(deps, shop, retentionMonths),
    kept: {
      accessMonths: kept.accessMonths,
      failedWebhookDays: kept.failedWebhookDays,
      auditMonths: kept.auditMonths,
    },
  };
}

function present(
  request: PrivacyRequest,
  names: ReadonlyMap<string, string>,
  now: number,
): PrivacyRequestDto {
  const { id, kind, at, dueAt, orders, doneAt, doneBy, person } = request;
  return {
    ...{ id, kind, orders },
    state: stateOf(request, now),
    at: new Date(at).toISOString(),
    dueAt: new Date(dueAt).toISOString(),
    doneAt: doneAt === null ? null : new Date(doneAt).toISOString(),
    doneBy: doneBy === null ? null : (names.get(doneBy) ?? doneBy),
    hasFile: kind === 'data-request' && person !== null,
  };
}

function stateOf({ state, dueAt }: PrivacyRequest, now: number): RequestState {
  if (state === 'done') return 'done';
  return now > dueAt ? 'overdue' : 'open';
}

/** Which stored orders that many months would erase, and when. */
export async function retentionOf(
  { storage, now }: Pick<Deps, 'storage' | 'now'>,
  shop: string,
  months: number,
): Promise<RetentionDto> {
  const before = monthsBefore(now(), months);
  const { going, held } = await storage.read.retention.countOld(shop, before);
  const sweep = await storage.read.privacy.lastSweep(shop);
  const lastAt = sweep === null || sweep.at === 0 ? null : sweep.at;
  return {
    ...{ months, held, orders: going },
    before: new Date(before).toISOString(),
    lastSweepAt: lastAt === null ? null : new Date(lastAt).toISOString(),
    nextSweepAt: lastAt === null ? null : new Date(lastAt + day).toISOString(),
  };
}

/** Marks a request for data as answered, or takes that back. Who did it is in the log. */
export async function markRequest(
  deps: Deps,
  caller: Caller,
  id: string,
  isDone: boolean,
): Promise<Answer<PrivacyAnswer>> {
  const { shop, staff } = caller;
  const now = deps.now();
  const refused = await deps.storage.write(async (tx) => {
    if (!mayDo('settings', staff, await tx.shops.settings(shop))) return 'not_allowed';
    const request = await tx.privacy.load(shop, id);
    if (request?.kind !== 'data-request') return 'not_found';
    if (request.person === null && !isDone) return 'too_late';
    if ((request.state === 'done') === isDone) return null;
    const done = isDone
      ? { state: 'done' as const, doneAt: now, doneBy: staff.userId }
      : { state: 'open' as const, doneAt: null, doneBy: null };
    await tx.privacy.save({ ...request, ...done });
    await tx.audit.add(shop, {
      ...auditBy(caller, null, now),
      what: isDone ? 'data-request-done' : 'data-request-reopened',
      details: { request: id },
    });
    return null;
  });
  if (refused !== null) return { ok: false, code: refused };
  return { ok: true, value: await privacyPage(deps, caller) };
}
