import { useTranslation } from 'react-i18next';
import type { StaffDto } from '../../../contract/queue.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { BulkAskDialog } from './BulkAskDialog.tsx';
import type { useQueueWork } from './use-queue-work.ts';

interface Props {
  work: ReturnType<typeof useQueueWork>;
  staff: readonly StaffDto[];
  me: string;
}

/** What is asked before something is done with the chosen cases. */
export function QueueDialogs({ work, staff, me }: Props) {
  const { t } = useTranslation();
  const { asked, bulk } = work;
  if (asked === null) return null;
  if (asked.what !== 'assign') {
    return (
      <BulkAskDialog
        what={asked.what}
        rows={asked.rows}
        isBusy={bulk.starting.isPending}
        error={bulk.starting.error}
        onGo={(note) => work.go(asked, note)}
        onClose={work.drop}
      />
    );
  }
  const one = asked.rows.length === 1 ? asked.rows[0] : undefined;
  return (
    <AssignDialog
      title={t('queue.assign.title', { n: asked.rows.length })}
      staff={staff}
      me={me}
      {...(one !== undefined && { now: one.assignee?.id ?? null })}
      onChoose={(to) => work.assign(asked.rows, to)}
      onClose={work.drop}
    />
  );
}
