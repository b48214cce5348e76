/** A task that erases ends after so many slices and comes again: a stopping process waits for it. */
const mostSlices = 50;

/**
 * Calls until there is nothing left.
 * @param slice one short transaction; answers how much it found to do
 * @returns false: it shall come again
 */
export async function inSlices(slice: () => Promise<number>): Promise<boolean> {
  for (let n = 0; n < mostSlices; n += 1) {
    if ((await slice()) === 0) return true;
  }
  return false;
}
