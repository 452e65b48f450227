/**
 * Does all of it, one after the other, whatever fails of it.
 * @throws the first failure, once all was tried
 */
export async function inTurn(acts: Iterable<() => PromiseLike<unknown>>): Promise<void> {
  const failures: unknown[] = [];
  for (const act of acts) {
    try {
      await act();
    } catch (failure) {
      failures.push(failure);
    }
  }
  if (failures.length > 0) throw failures[0];
}
