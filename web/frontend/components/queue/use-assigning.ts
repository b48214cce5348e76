import { useTranslation } from 'react-i18next';
import type { QueueRow, StaffDto } from '../../../contract/queue.ts';
import { useAssign } from '../../queries/use-case-changes.ts';
import { useListToasts } from '../lists/use-list-toasts.ts';

type Assigned = Pick<QueueRow, 'id' | 'assignee'>;

/** Gives one case to somebody, with the way back in a toast. */
export function useAssigning() {
  const { t } = useTranslation();
  const toasts = useListToasts();
  const assigning = useAssign();
  const assign = async (row: Assigned, name: string, to: StaffDto | null) => {
    const was = row.assignee;
    if (was?.id === to?.id) return;
    try {
      await assigning.mutateAsync({ id: row.id, to: to?.id ?? null });
    } catch (caught) {
      return toasts.fail(caught);
    }
    const text =
      to === null
        ? t('queue.assign.givenUp', { order: name })
        : t('queue.assign.done', { order: name, name: to.name });
    toasts.say(text, () => void assign({ id: row.id, assignee: to }, name, was));
  };
  return {
    assign: (row: Assigned, name: string, to: StaffDto | null) => void assign(row, name, to),
    isBusy: assigning.isPending,
  };
}
