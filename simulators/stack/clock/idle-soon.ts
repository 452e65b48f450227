const LONGEST_WAIT_MS = 1_500;

/** Ends when all of these are idle, or after a little more than a call gets when the clock is moved. */
export async function idleSoon(idle: Iterable<Promise<void>>): Promise<void> {
  const limit = new Promise<void>((resolve) => setTimeout(resolve, LONGEST_WAIT_MS).unref());
  await Promise.race([Promise.all(idle), limit]);
}
