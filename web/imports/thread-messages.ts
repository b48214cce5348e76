import type {
  Checked,
  CheckIo,
  ImportJob,
  WriteIo,
  Written,
} from '../usecases/list-import-port.ts';

/** What a thread is started with. */
export type ThreadTask =
  | { readonly do: 'check'; readonly job: ImportJob }
  | { readonly do: 'write'; readonly job: ImportJob & { readonly batch: number } };

export type AskName = keyof WriteIo;

/** From the thread: a question, or the end. */
export type FromThread =
  | { readonly ask: AskName; readonly id: number; readonly args: readonly unknown[] }
  | { readonly done: Checked | Written };

/** To the thread: an answer; without one the question failed and the thread is about to be ended. */
export interface ToThread {
  readonly id: number;
  readonly answer: unknown;
}

export type AnyIo = CheckIo | WriteIo;
