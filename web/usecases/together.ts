/**
 * Statements of one transaction that do not need each other's answers, handed to the database at once: the way
 * there and back is most of what a short one takes. Where one fails, the others have ended before the failure is
 * told: none is still on its way when the transaction is rolled back.
 *
 * @param work promises; a query of knex that was only built would run twice
 */
export async function together<T extends readonly unknown[] | []>(
  work: T,
): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
