import type { Knex } from 'knex';
import type { OpenCounts } from '../usecases/ports/queue-port.ts';
import { levelRank } from '../usecases/queue/row-figures.ts';

/**
 * How many open rows there are of each level and person. Counting a hundred thousand of them takes
 * longer than reading a page: so each row knows what of it is counted (`counted`), and what changes a
 * row changes the tally by the difference.
 */

/** `<level>|<user id>` as a row is counted now; '': it is closed. */
interface Counted {
  level: number;
  assignee: string | null;
  closed_at: number | null;
  counted: string;
}

const wanted = (row: Counted): string =>
  row.closed_at === null ? `${row.level}|${row.assignee ?? ''}` : '';

/** After a row was changed. A row that is gone is nothing: `uncount` came before. */
export async function recount(db: Knex, shop: string, groupId: number): Promise<void> {
  const row: Counted | undefined = await db('case_groups').where({ shop, id: groupId }).first();
  if (row === undefined || row.counted === wanted(row)) return;
  await add(db, shop, row.counted, -1);
  await add(db, shop, wanted(row), 1);
  await db('case_groups')
    .where({ id: groupId })
    .update({ counted: wanted(row) });
}

/** Before a row is deleted. */
export async function uncount(db: Knex, shop: string, groupId: number): Promise<void> {
  const row: Counted | undefined = await db('case_groups').where({ shop, id: groupId }).first();
  if (row !== undefined) await add(db, shop, row.counted, -1);
}

async function add(db: Knex, shop: string, counted: string, by: 1 | -1): Promise<void> {
  if (counted === '') return;
  const [level, assignee = ''] = counted.split('|');
  await db('queue_counts')
    .insert({ shop, level: Number(level), assignee, rows: by })
    .onConflict(['shop', 'level', 'assignee'])
    .merge({ rows: db.raw('queue_counts.rows + ?', [by]) });
}

/** Rows by the tally; what is due is a range of an index. */
export async function countOpen(
  db: Knex,
  shop: string,
  today: { readonly from: number; readonly until: number },
): Promise<OpenCounts> {
  const tally: { level: number; assignee: string; rows: number }[] = await db('queue_counts')
    .where({ shop })
    .where('rows', '>', 0);
  const sum = (rows: typeof tally) => rows.reduce((total, row) => total + row.rows, 0);
  const people = new Set(tally.map(({ assignee }) => assignee).filter((one) => one !== ''));
  const of = (person: string) => sum(tally.filter(({ assignee }) => assignee === person));
  return {
    open: sum(tally),
    unassigned: of(''),
    high: sum(tally.filter(({ level }) => level === levelRank.high)),
    overdue: await countDue(db, shop, 0, today.from),
    today: await countDue(db, shop, today.from, today.until),
    of: Object.fromEntries([...people].map((person) => [person, of(person)])),
  };
}

async function countDue(db: Knex, shop: string, from: number, until: number): Promise<number> {
  const row = await db('case_groups')
    .where({ shop })
    .whereNull('closed_at')
    .where('deadline_at', '>=', from)
    .where('deadline_at', '<', until)
    .count({ n: '*' })
    .first();
  return Number(row?.n ?? 0);
}
