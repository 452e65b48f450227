import { resolve } from 'node:path';
import { readRequirements } from '../profile/export/requirements.ts';
import { compareRuns } from '../reports/compare/compare-runs.ts';
import { comparisonPage, comparisonText } from '../reports/compare/render-comparison.ts';
import { exitCodeOf } from '../reports/evidence/verdict.ts';
import { readRun } from '../reports/model/read-run.ts';
import { type Format, type Io, line } from './io.ts';
import { runFolder } from './run-folder.ts';
import { writePage } from './write-page.ts';

export interface CompareOptions {
  readonly html?: string;
  readonly runs: string;
  readonly format: Format;
}

/** Compares two runs and prints, or writes, what changed; returns the exit code. */
export async function compare(
  before: string,
  after: string,
  { html, runs, format }: CompareOptions,
  io: Io,
): Promise<number> {
  const rows = readRequirements();
  const [old, young] = [runFolder(before, runs, io), runFolder(after, runs, io)];
  const comparison = compareRuns(await readRun(old, rows), await readRun(young, rows));
  if (html !== undefined) await writePage(resolve(io.cwd, html), comparisonPage(comparison), '--html');
  line(io.stdout, format === 'json' ? JSON.stringify(comparison) : comparisonText(comparison));
  return exitCodeOf(comparison.verdict);
}
