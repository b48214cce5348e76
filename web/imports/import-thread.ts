import { parentPort, workerData } from 'node:worker_threads';
import { askMain } from './ask-main.ts';
import { checkFile } from './check-file.ts';
import { stepBack } from './step-back.ts';
import type { FromThread, ReadTask } from './thread-messages.ts';
import { writeFile } from './write-file.ts';

/** The thread that reads a file: it computes; files and tables are the main thread's. */
if (parentPort === null) throw new Error('runs as a thread only');
stepBack();
const task: ReadTask = workerData;
const io = askMain(parentPort);
const done =
  task.do === 'check' ? await checkFile(task.job, io) : await writeFile(task.job, io, task.rows);
const message: FromThread = { done };
parentPort.postMessage(message);
