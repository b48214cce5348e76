import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReturnField, ReturnsAnswer } from '../../contract/returns.ts';
import { uploadFile } from '../api-files.ts';

export interface ReturnsReading {
  readonly file: File;
  /** Null: read from the file. */
  readonly encoding: ReturnsAnswer['encoding'] | null;
  readonly mapping: readonly ReturnField[] | null;
  readonly outcome: 'refused' | 'unclaimed';
  readonly apply: boolean;
}

/** Reads a carrier's report; only with `apply` is anything recorded. */
export function useReturns(): UseMutationResult<ReturnsAnswer, Error, ReturnsReading> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reading: ReturnsReading) =>
      uploadFile<ReturnsAnswer>(`/api/returns?${queryOf(reading)}`, reading.file),
    onSuccess: (_answer, { apply }) => {
      if (!apply) return;
      for (const queryKey of [['orders'], ['order'], ['today']]) {
        void client.invalidateQueries({ queryKey });
      }
    },
  });
}

function queryOf({ encoding, mapping, outcome, apply }: ReturnsReading): URLSearchParams {
  const query = new URLSearchParams({ outcome, apply: apply ? '1' : '0' });
  if (encoding !== null) query.set('encoding', encoding);
  if (mapping !== null) query.set('mapping', mapping.join(','));
  return query;
}
