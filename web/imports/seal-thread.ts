import { parentPort, workerData } from 'node:worker_threads';
import { askMain } from './ask-main.ts';
import { createEntryWriter } from './entry-writer.ts';
import { stepBack } from './step-back.ts';
import type { FromThread, SealTask, ToSealer } from './thread-messages.ts';

/** Hashes, seals and sorts what the reading thread sends, in its order. */
if (parentPort === null) throw new Error('runs as a thread only');
stepBack();
const main = parentPort;
const { job, rows }: SealTask = workerData;
const writer = createEntryWriter(job, askMain(main));

async function take(message: ToSealer): Promise<void> {
  await (message === null ? writer.end() : writer.add(message));
  rows.postMessage(null);
  // Last: with this message the thread is ended, and what it had not posted is lost.
  const end: FromThread = { done: null };
  if (message === null) main.postMessage(end);
}

let before = Promise.resolve();
rows.on('message', (message: ToSealer) => {
  // A failure is nobody's to catch: it ends the thread, and with it the import.
  before = before.then(() => take(message));
});
