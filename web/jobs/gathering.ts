/**
 * A shop that was quiet is looked at at once; a busy one so often at most, unless there is enough to do:
 * what ends and what arrives meanwhile shares one transaction of the single writer.
 */
const gatherMs = 20;

export interface Gathering {
  /** Resolves when it is time for the next look, which begins then. */
  wait(isEnough: () => boolean): Promise<void>;
  /** There is enough: whoever waits goes on. */
  end(): void;
}

export function createGathering(): Gathering {
  let lookedAt = Number.NEGATIVE_INFINITY;
  let goOn = () => {};
  return {
    async wait(isEnough) {
      const rest = lookedAt + gatherMs - performance.now();
      if (rest > 0 && !isEnough()) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, rest);
          goOn = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      lookedAt = performance.now();
    },
    end: () => goOn(),
  };
}
