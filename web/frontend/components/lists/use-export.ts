import { useState } from 'react';
import { downloadFile } from '../../api-files.ts';
import { exportPath, type ListsFilter } from './lists-url.ts';
import { useListToasts } from './use-list-toasts.ts';

/** The chosen kind, or everything, as a CSV file. */
export function useExport(filter: ListsFilter): { run: () => void; isRunning: boolean } {
  const toasts = useListToasts();
  const [isRunning, setRunning] = useState(false);
  const run = async () => {
    setRunning(true);
    try {
      await downloadFile(exportPath(filter), `sekisho-${filter.kind ?? 'lists'}.csv`);
    } catch (caught) {
      toasts.fail(caught);
    }
    setRunning(false);
  };
  return { run: () => void run(), isRunning };
}
