import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { evidenceLines } from '../evidence/evidence-lines.ts';
import { foreignDistribution } from './distribution.ts';
import { LoadReportError } from './load-report-error.ts';
import { LOAD_FILES, type LoadRun, type LoadSample, loadRun, loadSample } from './load-run.ts';

/** A load run as its folder says it was. */
export interface LoadFolder {
  readonly folder: string;
  readonly run: LoadRun;
}

/** A histogram of one second has a few hundred bytes; what is longer is none of ours. */
const LONGEST_HISTOGRAM_CHARACTERS = 64 * 1024;

/** Whether a folder is that of a load run. */
export const isLoadRun = (folder: string): boolean => existsSync(join(folder, LOAD_FILES.run));

/**
 * Reads what `load.json` says; that of a run that was killed still says `running`.
 * @throws LoadReportError `NOT_A_LOAD_RUN`
 */
export async function readLoadRun(folder: string): Promise<LoadFolder> {
  const path = join(folder, LOAD_FILES.run);
  const text = await smallFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw notLoadRun(path, cause.code ?? cause.message, cause);
  });
  const read = loadRun.safeParse(parsed(text));
  if (read.success) return { folder, run: read.data };
  const [issue] = read.error.issues;
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : '';
  throw notLoadRun(path, `${issue?.message ?? 'another shape'}${where}`, read.error);
}

/** A plan of a month has some millions of seconds, of each a few characters. */
const LARGEST_RUN_BYTES = 64 * 1024 * 1024;

/** A pipe would be waited for without end, a device read without end. */
async function smallFile(path: string): Promise<string> {
  const found = await stat(path);
  if (!found.isFile()) throw new Error('no regular file');
  if (found.size > LARGEST_RUN_BYTES) throw new Error(`a file of ${found.size} bytes`);
  return readFile(path, 'utf8');
}

/**
 * Refuses to merge what is not one load: another plan, seed, moment or hub, or the same part twice.
 * @throws LoadReportError `DIFFERENT_LOADS`, `SAME_PART`
 */
export function insistOnOneLoad(folders: readonly LoadFolder[]): void {
  const [first, ...others] = folders;
  if (!first) return;
  for (const other of others)
    for (const [what, of] of Object.entries(MUST_AGREE))
      if (!isDeepStrictEqual(of(first.run), of(other.run))) throw differentLoads(what, first, other);
  const parts = new Map<string, LoadFolder>();
  for (const one of folders) {
    const { salt, segment = 'all' } = one.run;
    const known = parts.get(`${salt} ${segment}`);
    if (known) throw samePart(segment, known, one);
    parts.set(`${salt} ${segment}`, one);
  }
}

const MUST_AGREE: Readonly<Record<string, (run: LoadRun) => unknown>> = {
  plan: ({ plan }) => plan,
  seed: ({ seed }) => seed,
  at: ({ at }) => at,
  hub: ({ target }) => target.hub,
};

/** A sample, and the histogram of how late senders were, where it has one. */
export interface ReadSample {
  readonly sample: LoadSample;
  readonly late: ReturnType<typeof foreignDistribution> | undefined;
}

/**
 * The samples of a run in order, with memory bounded whatever their number; none where no file is. A torn last line is left out.
 * @throws LoadReportError `NOT_A_SAMPLE` for any other line that is none, with its number
 */
export async function* readSamples(folder: string): AsyncGenerator<ReadSample> {
  const path = join(folder, LOAD_FILES.samples);
  const found = await stat(path).catch(() => undefined);
  if (!found) return;
  if (!found.isFile()) throw notSample(path, 1, 'no regular file', undefined);
  for await (const lines of evidenceLines(path))
    for (const { number, text, whole } of lines) if (whole) yield sampleOf(path, number, text);
}

function sampleOf(path: string, line: number, text: string): ReadSample {
  const read = loadSample.safeParse(parsed(text));
  if (!read.success) throw notSample(path, line, text, read.error);
  const { late } = read.data;
  if (late === undefined) return { sample: read.data, late: undefined };
  try {
    if (late.length > LONGEST_HISTOGRAM_CHARACTERS) throw new RangeError(`${late.length} characters`);
    return { sample: read.data, late: foreignDistribution(late) };
  } catch (cause) {
    throw notSample(path, line, late, cause);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const notLoadRun = (path: string, seen: string, cause: unknown): LoadReportError =>
  new LoadReportError(
    'NOT_A_LOAD_RUN',
    `Failed to read ${path}: found ${seen}.`,
    'Give the run folder of a corridor load; its load.json must be as that wrote it.',
    { cause },
  );

const notSample = (path: string, line: number, seen: string, cause: unknown): LoadReportError =>
  new LoadReportError(
    'NOT_A_SAMPLE',
    `Failed to read line ${line} of ${path}: found ${JSON.stringify(seen.slice(0, 80))}.`,
    'The file was changed or is no file of samples; take the original.',
    { cause },
  );

const differentLoads = (what: string, one: LoadFolder, other: LoadFolder): LoadReportError =>
  new LoadReportError(
    'DIFFERENT_LOADS',
    `Failed to merge ${one.folder} and ${other.folder}: they are of different loads, their ${what} differs.`,
    'Give run folders of one plan, seed, moment and hub: the parts that several sites sent of one load.',
  );

const samePart = (segment: string, one: LoadFolder, other: LoadFolder): LoadReportError =>
  new LoadReportError(
    'SAME_PART',
    `Failed to merge ${one.folder} and ${other.folder}: both sent the part "${segment}" of one load.`,
    'Give one run folder for each part.',
  );
