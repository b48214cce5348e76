import { MessageChannel, type TransferListItem, Worker } from 'node:worker_threads';
import type {
  Checked,
  ImportEngine,
  WriteIo,
  Written,
} from '../usecases/ports/list-import-port.ts';
import type {
  AnyIo,
  FromThread,
  ReadTask,
  SealTask,
  ToThread,
  WriteJob,
} from './thread-messages.ts';

/** Beside this file as TypeScript, beside the bundle as JavaScript. */
const ending = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';

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

  function start(name: 'import-thread' | 'seal-thread', task: ReadTask | SealTask): Worker {
    if (isStopped) throw new ImportStopped();
    const url = new URL(`${name}.${ending}`, import.meta.url);
    const transferList: TransferListItem[] = 'rows' in task ? [task.rows] : [];
    const thread = new Worker(url, { workerData: task, resourceLimits, transferList });
    running.add(thread);
    return thread;
  }

  async function run<T>(thread: Worker, io: AnyIo): Promise<T> {
    try {
      return await follow<T>(thread, io);
    } finally {
      running.delete(thread);
      await thread.terminate();
    }
  }

  /** One thread reads, one hashes and seals: each would take all of a processor. */
  async function write(job: WriteJob, io: WriteIo): Promise<Written> {
    const { port1, port2 } = new MessageChannel();
    const reader = start('import-thread', { do: 'write', job, rows: port1 });
    const sealer = start('seal-thread', { job, rows: port2 });
    try {
      const [written] = await Promise.all([run<Written>(reader, io), run<null>(sealer, io)]);
      return written;
    } finally {
      // Where one of them ends badly the other would wait for it for ever.
      await Promise.all([reader.terminate(), sealer.terminate()]);
    }
  }

  return {
    check: async (job, io) => run<Checked>(start('import-thread', { do: 'check', job }), io),
    write,
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
