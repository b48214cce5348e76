import type { MessagePort } from 'node:worker_threads';
import type { CheckIo, Written } from '../usecases/ports/list-import-port.ts';
import { passOverFile } from './pass-over-file.ts';
import { packRows } from './row-packs.ts';
import { createRowSender } from './send-rows.ts';
import type { WriteJob } from './thread-messages.ts';

/** Reads the file once more; what is new of it goes to the sealing thread, into a batch that nobody sees. */
export async function writeFile(job: WriteJob, io: CheckIo, rows: MessagePort): Promise<Written> {
  const { settings } = job;
  if (settings === null) throw new Error('a file is written as it was checked');
  const sender = createRowSender(rows);
  const { counts, byKind } = await passOverFile(
    { ...job, isChosen: true },
    settings,
    io,
    async (fresh) => {
      if (fresh.length > 0) await sender.send(packRows(fresh, job));
    },
  );
  await sender.end();
  return { counts, byKind, failure: null };
}
