import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ReportError } from './failure.ts';
import { readRun } from './model/read-run.ts';
import type { RequirementRow, RunModel } from './model/run-model.ts';
import { renderHtml } from './renderers/html/render-html.ts';
import { renderJunit } from './renderers/junit.ts';

/**
 * Reads a run folder and writes `junit.xml` and `report.html` into it. Each appears whole or not at all; written
 * again from the same evidence they are the same.
 * @param requirements rows of the register, in its order; without them coverage is not established
 * @throws ReportError, EvidenceError
 */
export async function writeReports(
  folder: string,
  requirements: readonly RequirementRow[],
): Promise<RunModel> {
  const model = await readRun(folder, requirements);
  await writeWhole(join(folder, 'junit.xml'), renderJunit(model));
  await writeWhole(join(folder, 'report.html'), renderHtml(model));
  return model;
}

/** Writes beside, then renames: a reader never sees half a report. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const beside = `${path}.part`;
  try {
    await writeFile(beside, text);
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true });
    const why = (cause as NodeJS.ErrnoException).code ?? 'unknown fault';
    const hint = 'Check that the folder exists, may be written, and that the disk has room.';
    throw new ReportError('REPORT_NOT_WRITABLE', `Failed to write ${path}: ${why}.`, hint, { cause });
  }
}
