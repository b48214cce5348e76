import { setPriority } from 'node:os';

/** Nice value: a third of a processor that the main thread wants too. */
const behind = 5;

/**
 * The calling thread steps back behind the process's others: webhooks are answered on the main thread, within
 * a time, and an import has none. Only Linux keeps a priority for each thread; elsewhere 0 would mean the whole
 * process.
 */
export function stepBack(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(0, behind);
  } catch {
    // Where it is forbidden the import takes its equal share.
  }
}
