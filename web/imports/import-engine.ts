import { Worker } from 'node:worker_threads';
import type { Checked, ImportEngine, Written } from '../usecases/list-import-port.ts';
import type { AnyIo, FromThread, ThreadTask, ToThread } from './thread-messages.ts';

/** Beside this file as TypeScript, beside the bundle as JavaScript. */
const threadFile = import.meta.filename.endsWith('.ts') ? 'import-thread.ts' : 'import-thread.js';

/**
 * A broken file shall end its thread and not the process. The young generation is kept small: rows
 * die at once, and V8 would take 100 MB more before it looks.
 */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };

export class ImportStopped extends Error {
  constructor() {
    super('the import was stopped');
    this.name = 'ImportStopped';
  }
}

export function createImportEngine(): ImportEngine {
  const running = new Set<Worker>();
  let isStopped = false;
  const run = async <T>(task: ThreadTask, io: AnyIo): Promise<T> => {
    if (isStopped) throw new ImportStopped();
    const url = new URL(threadFile, import.meta.url);
    const thread = new Worker(url, { workerData: task, resourceLimits });
    running.add(thread);
    try {
      return await follow<T>(thread, io);
    } finally {
      running.delete(thread);
      await thread.terminate();
    }
  };
  return {
    check: (job, io) => run<Checked>({ do: 'check', job }, io),
    write: (job, io) => run<Written>({ do: 'write', job }, io),
    async stop() {
      isStopped = true;
      await Promise.all([...running].map((thread) => thread.terminate()));
    },
  };
}

/** Answers what the thread asks until it is done. A question that fails is the failure of the whole. */
function follow<T>(thread: Worker, io: AnyIo): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    thread.once('error', reject);
    thread.once('exit', () => reject(new ImportStopped()));
    thread.on('message', (message: FromThread) => {
      if ('done' in message) return resolve(message.done as T);
      answer(io, message).then((reply) => thread.postMessage(reply), reject);
    });
  });
}

async function answer(
  io: AnyIo,
  { ask, id, args }: Extract<FromThread, { ask: unknown }>,
): Promise<ToThread> {
  const question: unknown = Reflect.get(io, ask);
  if (typeof question !== 'function') throw new Error(`nobody answers ${ask}`);
  return { id, answer: await question(...args) };
}
