import { describe, expect, it } from 'vitest';
import { contactStages } from '../../web/contract/contact.ts';
import { errorStatus } from '../../web/contract/errors.ts';
import {
  type BulkRun,
  bulkItemStates,
  bulkKinds,
  deadlineKinds,
  dueKinds,
  linkKinds,
  queueQuery,
  queueSorts,
} from '../../web/contract/queue.ts';
import { bulkSums } from '../../web/frontend/components/queue/bulk-money.ts';
import {
  canStop,
  isMoving,
  partDone,
  secondsLeft,
} from '../../web/frontend/components/queue/bulk-state.ts';
import { changesBetween } from '../../web/frontend/components/queue/queue-changes.ts';
import {
  dues,
  filterOf,
  payments,
  queryOf,
  queuePath,
  readQueueFilter,
  sorts,
  stages,
  wholeQueue,
  writeQueueFilter,
} from '../../web/frontend/components/queue/queue-url.ts';
import { builtInViews, viewOf } from '../../web/frontend/components/queue/queue-views.ts';
import {
  mostChosen,
  refreshed,
  rowsBetween,
  withRows,
} from '../../web/frontend/components/queue/selection.ts';
import ja from '../../web/frontend/locales/queue.ja.json' with { type: 'json' };
import { nextLook } from '../../web/frontend/queries/next-look.ts';
import { deadlineState, spanBetween } from '../../web/frontend/wording/deadline-state.ts';
import { queueRow } from './support/queue-fixtures.ts';

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('the words of the contract that the page repeats', () => {
  it('are all of them, in the same order', () => {
    expect([stages, dues, sorts]).toEqual([contactStages, dueKinds, queueSorts]);
    const all = queueQuery.safeParse({ payment: payments.join(',') });
    expect(all.success).toBe(true);
    expect(Object.keys(ja.queue.stage)).toEqual([...contactStages]);
  });

  it('each have a sentence', () => {
    const { queue } = ja;
    expect(Object.keys(queue.link)).toEqual(expect.arrayContaining([...linkKinds]));
    expect(Object.keys(queue.deadline)).toEqual(expect.arrayContaining([...deadlineKinds]));
    expect(Object.keys(queue.due)).toEqual([...dueKinds]);
    expect(Object.keys(queue.sort)).toEqual([...queueSorts]);
    expect(Object.keys(queue.run)).toEqual(expect.arrayContaining([...bulkKinds]));
    expect(Object.keys(queue.run.item)).toEqual([...bulkItemStates]);
    expect(Object.keys(queue.view)).toEqual(builtInViews.map(({ id }) => id));
    expect(errorStatus).toHaveProperty('not_allowed');
  });
});

describe('the view in the address bar', () => {
  const filter = {
    ...wholeQueue,
    level: ['high'],
    stage: ['asked', 'reminded'],
    payment: ['cod'],
    due: 'week',
    who: 'me',
    q: '例示 太郎',
    sort: 'amount',
  } as const;

  it('survives a reload, leaves what Shopify put there, and begins at its first page', () => {
    const params = writeQueueFilter(
      new URLSearchParams('shop=a.myshopify.com&cursor=c1&due=overdue'),
      filter,
    );
    expect([params.get('shop'), params.get('cursor')]).toEqual(['a.myshopify.com', null]);
    expect(readQueueFilter(new URLSearchParams(params.toString()))).toEqual(filter);
  });

  it('drops what it does not know instead of breaking', () => {
    const typed = 'level=severe&stage=lost&payment=gold&due=never&who=everybody&sort=colour';
    expect(readQueueFilter(new URLSearchParams(typed))).toEqual(wholeQueue);
  });

  it('is one that the server takes, whatever is chosen', () => {
    expect(queuePath(wholeQueue, null)).toBe('/api/queue');
    const path = queuePath({ ...filter, closed: true }, 'c1', 5);
    const query = new URL(path, 'http://127.0.0.1').searchParams;
    const read = queueQuery.safeParse(Object.fromEntries(query));
    expect(read.data).toMatchObject({ cursor: 'c1', limit: 5, closed: '1', due: 'week' });
    for (const view of builtInViews) {
      const given = Object.fromEntries(new URLSearchParams(queryOf(view.filter)));
      expect(queueQuery.safeParse(given).success, view.id).toBe(true);
    }
  });
});

describe('the tab that is looked at', () => {
  const saved = { id: 's1', name: 'x', shared: false, own: true };

  it('stays while one searches or sorts in it, and is none for a filter of one’s own', () => {
    const mine = { ...wholeQueue, who: 'me' };
    expect(viewOf({ ...mine, q: '#10', sort: 'age' }, [])).toBe('mine');
    expect(viewOf({ ...mine, level: ['high'] }, [])).toBeNull();
  });

  it('is the saved one where it says exactly this, however its query is spelled', () => {
    const filter = filterOf('payment=cod&level=high');
    expect(viewOf(filter, [{ ...saved, query: 'level=high&payment=cod' }])).toBe('s1');
    expect(viewOf(filter, [{ ...saved, query: 'level=high' }])).toBeNull();
  });

  it('counts what is overdue among what must be done today', () => {
    const counts = { open: 9, mine: 1, unassigned: 2, high: 3, overdue: 4, today: 2 };
    const due = builtInViews.find(({ id }) => id === 'due');
    expect(due?.count?.(counts)).toBe(6);
    expect(due?.filter.due).toBe('until-today');
  });
});

describe('what others did', () => {
  const old = queueRow({ id: '1', openedAt: '2026-11-23T01:00:00Z' });
  const person = { id: '7', name: '見本 花子' };

  it('is told where a case came, went, or was taken', () => {
    const came = queueRow({ id: '3', openedAt: '2026-11-23T02:00:00Z' });
    const gone = queueRow({ id: '2', openedAt: '2026-11-23T00:30:00Z' });
    const changes = changesBetween([old, gone], [came, { ...old, assignee: person }]);
    expect([ids(changes.came), changes.gone, ids(changes.assigned)]).toEqual([['3'], 1, ['1']]);
  });

  it('is nothing where a row only slid in from the next page', () => {
    const older = queueRow({ id: '9', openedAt: '2026-11-22T00:00:00Z' });
    expect(changesBetween([old], [old, older])).toEqual({ came: [], gone: 0, assigned: [] });
  });

  it('is looked for often while somebody works, seldom beside, and never unseen', () => {
    const seen = { isVisible: true, hasFocus: true, idle: 600_000 };
    expect(nextLook(seen)).toBe(5000);
    expect(nextLook({ ...seen, hasFocus: false })).toBe(20_000);
    expect(nextLook({ ...seen, hasFocus: false, idle: 59_000 })).toBe(5000);
    expect(nextLook({ ...seen, isVisible: false, idle: 0 })).toBeNull();
  });
});

describe('chosen cases', () => {
  const rows = ['1', '2', '3', '4'].map((id) => queueRow({ id }));
  const [first] = rows;

  it('reach from the last chosen one to this one, in either direction', () => {
    expect(ids(rowsBetween(rows, '2', '4'))).toEqual(['2', '3', '4']);
    expect(ids(rowsBetween(rows, '3', '1'))).toEqual(['1', '2', '3']);
    expect(ids(rowsBetween(rows, null, '2'))).toEqual(['2']);
    expect(rowsBetween(rows, '1', 'gone')).toEqual([]);
  });

  it('stay chosen while the page shows others, and are known as they are now', () => {
    const chosen = withRows(new Map(), rows.slice(0, 2), true);
    const newer = queueRow({ id: '2', orders: 5 });
    const after = refreshed(chosen, [newer, queueRow({ id: '9' })]);
    expect([...after.keys()]).toEqual(['1', '2']);
    expect(after.get('2')?.orders).toBe(5);
    expect(first && refreshed(after, [first])).toBe(after);
  });

  it('are never more than one bulk run takes', () => {
    const many = Array.from({ length: mostChosen + 5 }, (_, n) => queueRow({ id: String(n) }));
    expect(withRows(new Map(), many, true).size).toBe(mostChosen);
  });
});

describe('the money sentence before many are cancelled', () => {
  it('counts orders, not cases, and sums by what becomes of the money', () => {
    const yen = (amount: number) => ({ amount, currency: 'JPY' });
    const { orders, sums } = bulkSums([
      queueRow({ orders: 3, total: yen(3000) }),
      queueRow({ payment: 'cod', total: yen(500) }),
      queueRow({ payment: 'bank', total: null }),
      queueRow({ payment: 'card', total: yen(1000) }),
    ]);
    expect(orders).toBe(6);
    expect(sums).toEqual([
      { effect: 'card', orders: 4, money: yen(4000) },
      { effect: 'paid', orders: 1, money: null },
      { effect: 'cod', orders: 1, money: yen(500) },
    ]);
  });

  it('adds no yen to dollars', () => {
    const { sums } = bulkSums([queueRow({}), queueRow({ total: { amount: 1, currency: 'USD' } })]);
    expect(sums[0]?.money).toBeNull();
  });
});

describe('a bulk run', () => {
  const run: BulkRun = {
    ...{ id: 'r1', by: '例示', at: '2026-11-23T00:00:00Z', items: [] },
    do: 'cancel',
    state: 'running',
    undoUntil: '2026-11-23T00:00:10Z',
    counts: { all: 8, waiting: 3, running: 1, done: 2, refused: 1, stopped: 1 },
  };
  const at = (iso: string) => new Date(iso);

  it('is as far as orders have an end, and not further', () => {
    expect(partDone(run)).toBe(0.5);
    const none = { all: 0, waiting: 0, running: 0, done: 0, refused: 0, stopped: 0 };
    expect(partDone({ ...run, counts: none })).toBe(1);
  });

  it('that was stopped moves until the last order under way has its end', () => {
    const stopped = { ...run, state: 'stopped' } as const;
    expect(isMoving(stopped)).toBe(true);
    expect(isMoving({ ...stopped, counts: { ...run.counts, waiting: 0, running: 0 } })).toBe(false);
  });

  it('can be stopped until it is sent, and never after', () => {
    expect(canStop(run, at('2026-11-23T00:00:09.500Z'))).toBe(true);
    expect(secondsLeft('2026-11-23T00:00:10Z', at('2026-11-23T00:00:09.500Z'))).toBe(1);
    expect(canStop(run, at('2026-11-23T00:00:10Z'))).toBe(false);
    expect(canStop({ ...run, state: 'stopped' }, at('2026-11-23T00:00:01Z'))).toBe(false);
    expect(canStop({ ...run, undoUntil: null }, at('2026-11-23T00:00:01Z'))).toBe(false);
  });
});

describe('a deadline', () => {
  const deadline = {
    kind: 'authorization',
    at: '2026-11-30T01:00:00Z',
    warnAt: '2026-11-28T15:00:00Z',
  } as const;

  it('is near from its warning on, and past at its moment', () => {
    const state = (iso: string) => deadlineState(deadline, new Date(iso));
    expect(state('2026-11-28T14:59:59Z')).toBe('later');
    expect(state('2026-11-28T15:00:00Z')).toBe('near');
    expect(state('2026-11-30T01:00:00Z')).toBe('past');
  });

  it('and a wait are told in the largest whole unit', () => {
    const from = new Date('2026-11-23T00:00:00Z');
    const span = (iso: string) => spanBetween(from, new Date(iso));
    expect(span('2026-11-23T00:00:59Z')).toEqual({ n: 0, unit: 'minutes' });
    expect(span('2026-11-23T01:59:00Z')).toEqual({ n: 1, unit: 'hours' });
    expect(span('2026-11-26T00:00:00Z')).toEqual({ n: 3, unit: 'days' });
  });
});
