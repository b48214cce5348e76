import { useState } from 'react';
import type { BulkKind, QueueRow, StaffDto } from '../../../contract/queue.ts';
import { useAssigning } from './use-assigning.ts';
import { useBulkRuns } from './use-bulk-runs.ts';
import { useQueueChoice } from './use-queue-choice.ts';

export interface Asked {
  readonly what: BulkKind;
  /** As they were when it was asked for: what comes meanwhile is not meant. */
  readonly rows: readonly QueueRow[];
}

/** What somebody is about to do with which cases, and what is under way. */
export function useQueueWork(rows: readonly QueueRow[]) {
  const choice = useQueueChoice(rows);
  const bulk = useBulkRuns();
  const assigning = useAssigning();
  const [asked, setAsked] = useState<Asked | null>(null);
  const isBusy = bulk.starting.isPending || bulk.run?.state === 'running';

  /** The chosen cases; where none is chosen, the one that the keys stand on. */
  const meant = (id: string | null): readonly QueueRow[] =>
    choice.chosen.size > 0
      ? [...choice.chosen.values()]
      : rows.filter((row) => row.id === id && row.closedAt === null);
  const ask = (what: BulkKind, id: string | null) => {
    const some = meant(id);
    if (some.length === 0 || isBusy) return;
    bulk.starting.reset();
    setAsked({ what, rows: some });
  };
  const done = () => {
    setAsked(null);
    choice.clear();
  };
  const assign = (some: readonly QueueRow[], to: StaffDto | null) => {
    const [first, ...more] = some;
    if (first === undefined || isBusy) return;
    if (more.length > 0) {
      const cases = some.map(({ id }) => id);
      return bulk.start({ do: 'assign', cases, to: to?.id ?? null }, done);
    }
    assigning.assign(first, first.order.name, to);
    done();
  };
  const go = ({ what, rows: some }: Asked, note: string) => {
    const cases = some.map(({ id }) => id);
    bulk.start({ do: what, cases, ...(note !== '' && { note }) }, done);
  };
  return { choice, bulk, asked, isBusy, meant, ask, drop: () => setAsked(null), assign, go };
}
