import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListBulkAnswer, ListBulkBody } from '../../../contract/lists.ts';
import type { useEntryChanges } from './use-entry-changes.ts';
import { useListToasts } from './use-list-toasts.ts';

/** How many a single call takes. */
const mostAtOnce = 1000;

type Result = ListBulkAnswer['results'][number]['result'];
export type LeftOver = Exclude<Result, 'done'>;
export const leftOvers: readonly LeftOver[] = ['unchanged', 'duplicate', 'not_found'];

/** One change to everything that is chosen, and what did not take it. */
export function useBulk(changes: ReturnType<typeof useEntryChanges>) {
  const { t } = useTranslation();
  const toasts = useListToasts();
  const [left, setLeft] = useState<Partial<Record<LeftOver, number>> | null>(null);

  const run = async (given: readonly string[], change: ListBulkBody['change']) => {
    const answer = await changes.changeMany(given.slice(0, mostAtOnce), change);
    if (answer === null) return false;
    const done = answer.results.filter(({ result }) => result === 'done').map(({ id }) => id);
    setLeft(leftOf(answer));
    const isBack = change.do === 'remove' && done.length > 0;
    if (done.length > 0) {
      const text = toasts.told(
        t(`lists.bulk.${saidOf[change.do]}`, { n: done.length }),
        answer.reassessing,
      );
      toasts.say(text, isBack ? () => void run(done, { do: 'restore' }) : undefined);
    }
    return true;
  };
  return { run, left, forget: () => setLeft(null) };
}

const saidOf: Record<ListBulkBody['change']['do'], 'removed' | 'restored' | 'changed'> = {
  remove: 'removed',
  restore: 'restored',
  kind: 'changed',
  expiry: 'changed',
};

/** Null: everything took the change. */
function leftOf({ results }: ListBulkAnswer): Partial<Record<LeftOver, number>> | null {
  const counts = leftOvers.map(
    (wanted) => [wanted, results.filter(({ result }) => result === wanted).length] as const,
  );
  const found = counts.filter(([, n]) => n > 0);
  return found.length === 0 ? null : Object.fromEntries(found);
}
