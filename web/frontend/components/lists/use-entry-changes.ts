import type { ListBulkAnswer, ListBulkBody, ListEntryDto } from '../../../contract/lists.ts';
import { useBulkChange, useRemoveEntry, useRestoreEntry } from '../../queries/use-list-changes.ts';
import { useListToasts } from './use-list-toasts.ts';

/** Removing one, changing many, and the way back from both. */
export function useEntryChanges() {
  const toasts = useListToasts();
  const removing = useRemoveEntry();
  const restoring = useRestoreEntry();
  const bulk = useBulkChange();

  const restore = (id: string) =>
    restoring.mutateAsync(id).then((answer) => toasts.tell('restored', answer), toasts.fail);
  const remove = ({ id }: Pick<ListEntryDto, 'id'>) =>
    removing
      .mutateAsync(id)
      .then((answer) => toasts.tell('removed', answer, () => void restore(id)), toasts.fail);
  /** Null: refused, and told. */
  const changeMany = async (
    ids: readonly string[],
    change: ListBulkBody['change'],
  ): Promise<ListBulkAnswer | null> => {
    try {
      return await bulk.mutateAsync({ ids: [...ids], change });
    } catch (caught) {
      toasts.fail(caught);
      return null;
    }
  };
  return {
    remove: (entry: Pick<ListEntryDto, 'id'>) => void remove(entry),
    restore: (id: string) => void restore(id),
    changeMany,
    isBusy: removing.isPending || restoring.isPending || bulk.isPending,
  };
}
