import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ExampleParts, writeExampleRun } from './example-run.ts';

/** A run folder of its own for a test, gone when the test ends. */
export async function temporaryRun(
  parts?: ExampleParts,
): Promise<AsyncDisposable & { readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'corridor-report-'));
  await writeExampleRun(folder, parts);
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
