/** Waits for two things started together; when the second fails, the first is ended before the fault is told. */
export async function allOrNothing<Started extends AsyncDisposable, Other>(
  starting: Promise<Started>,
  other: Promise<Other>,
): Promise<[Started, Other]> {
  const [started, rest] = await Promise.allSettled([starting, other]);
  if (started.status === 'rejected') throw started.reason;
  if (rest.status === 'fulfilled') return [started.value, rest.value];
  await started.value[Symbol.asyncDispose]();
  throw rest.reason;
}
