import type {
  ReturnResult,
  ReturnRowDto,
  ReturnsAnswer,
  ReturnsQuery,
} from '../../contract/returns.ts';
import type { Deps } from '../deps.ts';
import { recordOutcomes } from '../judging/record-outcome.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { type ReturnRow, readReturnsFile } from './list-returns-file.ts';
import { dateOf, orderOfRow, outcomeOf } from './list-returns-match.ts';

/**
 * A carrier's report of parcels that came back. Told row by row; only with `apply` is it written, and
 * an outcome that somebody recorded already stays.
 */
export async function recordReturns(
  deps: Deps,
  caller: Caller,
  file: Uint8Array,
  query: ReturnsQuery,
): Promise<Answer<ReturnsAnswer>> {
  const read = readReturnsFile(file, query);
  if (typeof read === 'string') return { ok: false, code: 'invalid', fields: { file: read } };
  const judged = await judgeRows(deps, caller.shop, read.rows, query.outcome);
  const rows = query.apply ? await record(deps, caller, judged, read.rows) : judged;
  return {
    ok: true,
    value: {
      applied: query.apply,
      encoding: read.encoding,
      columns: read.columns.map((column) => ({ ...column })),
      rows,
      counts: countsOf(rows),
    },
  };
}

async function judgeRows(
  deps: Deps,
  shop: string,
  rows: readonly ReturnRow[],
  otherwise: ReturnsQuery['outcome'],
): Promise<ReturnRowDto[]> {
  const seen = new Set<string>();
  const judged: ReturnRowDto[] = [];
  for (const row of rows) judged.push(await judgeRow(deps, shop, row, otherwise, seen));
  return judged;
}

async function judgeRow(
  deps: Deps,
  shop: string,
  row: ReturnRow,
  otherwise: ReturnsQuery['outcome'],
  seen: Set<string>,
): Promise<ReturnRowDto> {
  const told = outcomeOf(row.cells.reason, otherwise);
  const outcome = told ?? otherwise;
  const said = { line: row.line, outcome, order: null, cod: false };
  if (told === null) return { ...said, result: 'skipped' };
  const order = await orderOfRow(deps.storage.read, shop, row, deps.now());
  if (typeof order === 'string') return { ...said, result: order };
  const result: ReturnResult = seen.has(order.id)
    ? 'repeated'
    : order.outcome !== null
      ? 'already'
      : order.snapshot.cancelledAt !== null
        ? 'cancelled'
        : 'ready';
  seen.add(order.id);
  const named = { id: order.id, name: order.snapshot.name };
  return { line: row.line, outcome, result, order: named, cod: order.paymentKind === 'cod' };
}

/** What was ready is recorded; each row is told as it ended. */
async function record(
  deps: Deps,
  caller: Caller,
  judged: readonly ReturnRowDto[],
  given: readonly ReturnRow[],
): Promise<ReturnRowDto[]> {
  const dates = new Map(given.map(({ line, cells }) => [line, dateOf(cells.date, deps.now())]));
  const ready = judged.filter(({ result, order }) => result === 'ready' && order !== null);
  const ended = await recordOutcomes(
    deps,
    caller,
    ready.map(({ line, order, outcome }) => ({
      orderName: order?.name ?? '',
      kind: outcome,
      at: dates.get(line) ?? deps.now(),
      note: null,
    })),
  );
  const results = new Map(ready.map(({ line }, n) => [line, ended[n]]));
  return judged.map((row) => {
    const result = results.get(row.line);
    return result === undefined ? row : { ...row, result: told[result] };
  });
}

const told = { done: 'recorded', unchanged: 'already', not_found: 'not_found' } as const;

function countsOf(rows: readonly ReturnRowDto[]): ReturnsAnswer['counts'] {
  const counts: ReturnsAnswer['counts'] = {};
  for (const { result } of rows) counts[result] = (counts[result] ?? 0) + 1;
  return counts;
}
