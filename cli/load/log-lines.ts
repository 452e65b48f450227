import { realpathSync } from 'node:fs';
import { insistOnRegularFile, whyNotRead } from '../../fixtures/regular-file.ts';
import { evidenceLines } from '../../reports/evidence/evidence-lines.ts';
import { UsageError } from '../failure.ts';
import { type K6Line, k6LineOf } from './k6-line.ts';

/** What to give instead. */
export const NOT_A_LOG_HINT = 'Give what `kubectl logs` printed of the pods of the runners, one file each.';

/** Refuses what is no file, or given twice, before a run folder is begun. @throws UsageError `LOG_NOT_READ`, `LOG_TWICE` */
export function insistOnLogs(paths: readonly string[]): void {
  for (const path of paths)
    try {
      insistOnRegularFile(path);
    } catch (error) {
      throw new UsageError(
        'LOG_NOT_READ',
        `Failed to read the log ${path}: ${whyNotRead(error)}.`,
        NOT_A_LOG_HINT,
      );
    }
  const real = paths.map((path) => realpathSync(path));
  const twice = paths.find((_, at) => real.indexOf(real[at] as string) !== at);
  if (twice !== undefined)
    throw new UsageError('LOG_TWICE', `Found the log ${twice} twice.`, 'Give each log once.');
}

interface Head {
  readonly line: K6Line;
  readonly rest: AsyncIterator<K6Line>;
}

/**
 * What the senders of several logs said, in order of time as far as each log is; whatever else stands there is left out.
 * @throws UsageError `NOT_A_LOG` for one in which no sender speaks
 */
export async function* linesOfLogs(
  paths: readonly string[],
  onUnreadable: () => void,
): AsyncGenerator<K6Line> {
  const heads: Head[] = [];
  for (const path of paths) {
    const rest = saidIn(path, onUnreadable);
    const { value, done } = await rest.next();
    if (done)
      throw new UsageError(
        'NOT_A_LOG',
        `Failed to read the log ${path}: no sender speaks there.`,
        NOT_A_LOG_HINT,
      );
    heads.push({ line: value, rest });
  }
  while (heads.length > 0) {
    const at = earliest(heads);
    const [{ line, rest }] = heads.splice(at, 1) as [Head];
    yield line;
    const next = await rest.next();
    if (!next.done) heads.push({ line: next.value, rest });
  }
}

async function* saidIn(path: string, onUnreadable: () => void): AsyncGenerator<K6Line> {
  for await (const lines of evidenceLines(path))
    for (const { text } of lines) {
      const line = k6LineOf(text.trimEnd());
      if (line) yield line;
      else if (line === null) onUnreadable();
    }
}

/** A line without a moment belongs to what was said before it. */
const momentOf = (line: K6Line): number => ('at' in line && typeof line.at === 'number' ? line.at : 0);

function earliest(heads: readonly Head[]): number {
  let found = 0;
  for (const [at, { line }] of heads.entries())
    if (momentOf(line) < momentOf((heads[found] as Head).line)) found = at;
  return found;
}
