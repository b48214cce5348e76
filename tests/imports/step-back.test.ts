import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';

/** Nice values of this process's threads (proc(5): the 19th field of stat, the 17th after the name). */
function niceOfThreads(): number[] {
  return readdirSync('/proc/self/task').map((id) => {
    const stat = readFileSync(`/proc/self/task/${id}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
  });
}

it.runIf(process.platform === 'linux')('steps back with one thread and no other', async () => {
  const before = getPriority();
  const module = new URL('../../web/imports/step-back.ts', import.meta.url).href;
  const thread = new Worker(
    `import(${JSON.stringify(module)}).then(({ stepBack }) => {
       stepBack();
       require('node:worker_threads').parentPort.on('message', () => {}).postMessage('behind');
     });`,
    { eval: true },
  );
  try {
    await new Promise((resolve, reject) => thread.once('message', resolve).once('error', reject));
    expect(niceOfThreads().filter((nice) => nice === 5)).toHaveLength(1);
    expect(getPriority()).toBe(before);
  } finally {
    await thread.terminate();
  }
});
