import type { MessagePort } from 'node:worker_threads';
import type {
  Checked,
  CheckIo,
  ImportJob,
  WriteIo,
  Written,
} from '../usecases/ports/list-import-port.ts';
import type { RowPack } from './row-packs.ts';

export type WriteJob = ImportJob & { readonly batch: number };

/** What the thread that reads is started with; `rows` leads to the one that seals. */
export type ReadTask =
  | { readonly do: 'check'; readonly job: ImportJob }
  | { readonly do: 'write'; readonly job: WriteJob; readonly rows: MessagePort };

/** What the thread that seals is started with. */
export interface SealTask {
  readonly job: WriteJob;
  readonly rows: MessagePort;
}

export type AskName = keyof WriteIo;

/** From a thread to the main one: a question, or the end. */
export type FromThread =
  | { readonly ask: AskName; readonly id: number; readonly args: readonly unknown[] }
  | { readonly done: Checked | Written | null };

/** To a thread: an answer; where a question failed, the thread is about to be ended. */
export interface ToThread {
  readonly id: number;
  readonly answer: unknown;
}

/** From the reading thread to the sealing one: new rows, then null; each is answered when it is done. */
export type ToSealer = RowPack | null;

export type AnyIo = CheckIo | WriteIo;
