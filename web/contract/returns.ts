import { z } from 'zod';
import { type ReturnField, returnFields } from './list-kinds.ts';

export type { ReturnField };
export { returnFields };

/**
 * POST /api/returns (body: the carrier's report as CSV, 1 MB and 2,000 rows at most). Without
 * `apply=1` nothing is written: the answer tells what would be.
 */
export const returnsQuery = z.object({
  apply: z
    .enum(['0', '1'])
    .default('0')
    .transform((given) => given === '1'),
  /** Absent: UTF-8 where the bytes are valid UTF-8, else Shift_JIS. */
  encoding: z.enum(['utf-8', 'shift_jis']).optional(),
  /** One of `returnFields` for each column, joined by commas; absent: read from the headings. */
  mapping: z
    .string()
    .max(2000)
    .transform((given) => given.split(','))
    .pipe(z.array(z.enum(returnFields)).min(1).max(100))
    .optional(),
  /** Of rows that do not say why the parcel came back. */
  outcome: z.enum(['refused', 'unclaimed']).default('unclaimed'),
});
export type ReturnsQuery = z.infer<typeof returnsQuery>;

/**
 * `ready`: would be recorded; `recorded`: was; `already`: the order has an outcome, which stays;
 * `repeated`: another row of the file names the order; `ambiguous`: several orders fit;
 * `misread`: the
 * tracking number cannot be right; `cancelled`: the order never left; `skipped`: its own words tell of no return (配達完了); `bad`:
 * nothing in the row names an order.
 */
export type ReturnResult =
  | 'ready'
  | 'recorded'
  | 'already'
  | 'repeated'
  | 'not_found'
  | 'ambiguous'
  | 'misread'
  | 'cancelled'
  | 'skipped'
  | 'bad';

export interface ReturnRowDto {
  /** Line of the file; the heading is line 1. */
  line: number;
  result: ReturnResult;
  outcome: 'refused' | 'unclaimed';
  order: { id: string; name: string } | null;
  /** Paid on delivery: the COD-only list is the next step for it. */
  cod: boolean;
}

export interface ReturnsAnswer {
  applied: boolean;
  encoding: 'utf-8' | 'shift_jis';
  columns: { name: string; field: ReturnField }[];
  rows: ReturnRowDto[];
  counts: Partial<Record<ReturnResult, number>>;
}
