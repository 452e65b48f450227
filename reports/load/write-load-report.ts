import { existsSync } from 'node:fs';
import { mkdir, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { reconcile } from '../reconcile/reconcile.ts';
import { ReconcileError } from '../reconcile/reconcile-error.ts';
import {
  failedReconciliation,
  RECONCILIATION_FILE,
  type Reconciliation,
} from '../reconcile/reconciliation.ts';
import { renderLoadHtml } from '../renderers/html/render-load.ts';
import { writeWhole } from '../write-reports.ts';
import { isWhole, judgeLimits, verdictOfLoad } from './judge-limits.ts';
import { LoadReportError } from './load-report-error.ts';
import type { LoadResult } from './load-result.ts';
import { LOAD_FILES } from './load-run.ts';
import { measureRuns } from './measure.ts';
import { MEASURES_FILE } from './measures.ts';
import { insistOnOneLoad, type LoadFolder, readLoadRun } from './read-load-run.ts';

/** How a load report is made. */
export interface LoadReportOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told before each stage: those of reconciling, then `measures`. */
  readonly onStage?:
    | ((stage: { readonly done: number; readonly total: number; readonly name: string }) => void)
    | undefined;
}

/** Files that a load report consists of. */
export const LOAD_REPORTS = [LOAD_FILES.report, MEASURES_FILE, RECONCILIATION_FILE] as const;

/**
 * Reconciles and measures the run folders of one load, judges the limits of its plan, and writes `reconciliation.json`,
 * `measures.json` and `load-report.html`. Each appears whole or not at all. A fault of ours in reconciling is a result too.
 * @param runDirs one run folder, or those of the sites that each sent a part
 * @param outDir where the reports go; made when it is not there
 * @throws LoadReportError, ReconcileError, ReportError
 */
export async function writeLoadReport(
  runDirs: readonly string[],
  outDir: string,
  { signal, onStage }: LoadReportOptions = {},
): Promise<LoadResult> {
  const folders = await Promise.all((await distinct(runDirs)).map(readLoadRun));
  insistOnOneLoad(folders);
  const [first, ...others] = folders.map(({ run }) => run);
  if (!first) throw new RangeError('A load report is made of at least one run folder.');
  const runs = [first, ...others] as const;
  await insistOnPlace(outDir);
  const reconciliation = await reconciled(
    folders.map(({ folder }) => folder),
    { signal, onStage },
  );
  onStage?.({ done: 1, total: 1, name: 'measures' });
  const measures = await measureRuns(folders, { signal }).catch((cause: unknown) => {
    throw signal?.aborted ? interrupted(cause) : cause;
  });
  const limits = judgeLimits(first.plan.limits, measures, isWhole(runs));
  const verdict = verdictOfLoad(limits, reconciliation, runs);
  const result: LoadResult = { verdict, runs: [...runs], runDir: outDir, measures, limits, reconciliation };
  await writeWhole(join(outDir, RECONCILIATION_FILE), `${JSON.stringify(reconciliation)}\n`);
  await writeWhole(join(outDir, MEASURES_FILE), `${JSON.stringify(measures)}\n`);
  await writeWhole(join(outDir, LOAD_FILES.report), renderLoadHtml(result, dashboardsOf(folders, outDir)));
  return result;
}

/** Made before the long work, so that what cannot be written is told at once. */
async function insistOnPlace(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
    const seen = `Failed to make the folder ${outDir}: ${cause.code ?? 'unknown fault'}.`;
    throw new LoadReportError('NO_PLACE', seen, 'Give a folder that you may write.', { cause });
  });
}

/** Pages of k6 in the folders, by their address from the report. */
const dashboardsOf = (folders: readonly LoadFolder[], outDir: string): { part: string; href: string }[] =>
  folders.flatMap(({ folder, run }) => {
    const path = join(folder, LOAD_FILES.k6Dashboard);
    if (!existsSync(path)) return [];
    const href = relative(outDir, path).split(sep).map(encodeURIComponent).join('/');
    return [{ part: folders.length > 1 ? (run.segment ?? run.runId) : '', href }];
  });

/** Named twice, or by another name, a folder counts once. */
async function distinct(folders: readonly string[]): Promise<string[]> {
  const known = new Map<string, string>();
  for (const folder of folders) {
    const identity = await realpath(folder).catch(() => folder);
    if (!known.has(identity)) known.set(identity, folder);
  }
  return [...known.values()];
}

async function reconciled(
  folders: readonly string[],
  { signal, onStage }: LoadReportOptions,
): Promise<Reconciliation> {
  try {
    return await reconcile(folders, { ...(signal && { signal }), ...(onStage && { onStage }) });
  } catch (error) {
    if (error instanceof ReconcileError && TOLD.has(error.code)) throw error;
    const { message, hint = '' } = error as Error & { hint?: string };
    return failedReconciliation(`${message} ${hint}`.trimEnd());
  }
}

/** Faults of whoever asks, not of the evidence. */
const TOLD: ReadonlySet<string> = new Set(['EVIDENCE_NOT_FOUND', 'NO_EVIDENCE', 'INTERRUPTED']);

const interrupted = (cause: unknown): ReconcileError =>
  new ReconcileError(
    'INTERRUPTED',
    'Interrupted: no report was made.',
    'Run corridor report on the run folder again.',
    { cause },
  );
