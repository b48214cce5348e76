/**
 * Runs a piece of work once for all who ask for the same key at the same time; they share its result,
 * or its error. The next one to ask after it ended starts it anew.
 */
export function createSingleFlight<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const flying = new Map<string, Promise<T>>();
  return (key, work) => {
    const current = flying.get(key);
    if (current !== undefined) return current;
    const flight = work().finally(() => flying.delete(key));
    flying.set(key, flight);
    return flight;
  };
}
