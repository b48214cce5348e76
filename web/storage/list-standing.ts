import type { Knex } from 'knex';
import { isPostgres, printBytes, rowsOf, shownSegments, visibleBatches } from './list-rows.ts';

/** Positions of those prints whose entry is in force. One statement for hundreds of them. */
export async function standingPrints(
  db: Knex,
  shop: string,
  prints: Uint8Array,
  now: number,
): Promise<number[]> {
  const count = prints.length / printBytes;
  const [from, bindings] = isPostgres(db) ? asArray(prints, count) : asPieces(prints, count);
  const rows = await rowsOf<{ at: number }>(
    db,
    `select asked.at from ${from} where exists (
       select 1 from list_prints p join list_entries e on e.id = p.entry
       where p.segment in (${shownSegments}) and p.print = asked.print and e.removed_at is null
         and (e.expires_at is null or e.expires_at > ?) and e.batch in (${visibleBatches}))`,
    [...bindings, shop, now, shop],
    'list-standing',
  );
  return rows.map(({ at }) => Number(at));
}

/** One bound value, cut up in the database: a binding a print would cost more than the look-up. */
function asPieces(prints: Uint8Array, count: number): [string, Knex.RawBinding[]] {
  const numbers = JSON.stringify(Array.from({ length: count }, (_, n) => n));
  return [
    `(select value as at, substr(?, value * ${printBytes} + 1, ${printBytes}) as print from json_each(?)) asked`,
    [Buffer.from(prints), numbers],
  ];
}

function asArray(prints: Uint8Array, count: number): [string, Knex.RawBinding[]] {
  const list = Array.from({ length: count }, (_, n) =>
    Buffer.from(prints.subarray(n * printBytes, (n + 1) * printBytes)),
  );
  return [
    '(select n - 1 as at, print from unnest(?::bytea[]) with ordinality as given(print, n)) asked',
    [list],
  ];
}
