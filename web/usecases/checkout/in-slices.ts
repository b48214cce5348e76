/** Work that can be laid down between two steps; each step is a few milliseconds of it at most. */
export type Steps<T> = Generator<undefined, T>;

/** In one go. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * With a turn of the event loop between two steps: a list of thousands is hashed while webhooks are still
 * answered. The result is that of `atOnce`.
 */
export async function inSlices<T>(
  steps: Steps<T>,
  pause: () => Promise<unknown> = turn,
): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}

/** Does it with each until one says that it is enough; a step after every `size` of them. */
export function* eachOf<T>(
  all: Iterable<T>,
  size: number,
  isEnough: (one: T) => boolean,
): Steps<void> {
  let done = 0;
  for (const one of all) {
    if (isEnough(one)) return;
    done += 1;
    if (done % size === 0) yield;
  }
}
