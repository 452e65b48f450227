import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { EvidenceError, writeFault } from './evidence-error.ts';
import { verdicts } from './verdict.ts';

/** Name of the file in the run folder, beside the evidence. */
const REMARKS_FILE = 'remarks.ndjson';

/**
 * What a person has to say of a run or of one scenario: a comment, or with `verdict` a decision over what was observed.
 * The observed verdict is never replaced; both are shown.
 */
export const remark = z.strictObject({
  /** When it was written, UTC. */
  at: z.iso.datetime(),
  author: z.string().trim().min(1).max(120),
  /** Stable id of a scenario of the run; null for the run as a whole. */
  scenario: z.string().nullable(),
  /** What the author decides that it counts as. */
  verdict: z.enum(verdicts).optional(),
  reason: z.string().trim().min(1).max(2_000),
  /** Head of the chain of the evidence that it speaks of. */
  evidence: z.string(),
});
export type Remark = z.infer<typeof remark>;

/** Adds one remark: one line in one write, so that two authors at once do not mix. @throws EvidenceError */
export async function appendRemark(folder: string, added: Remark): Promise<void> {
  const path = join(folder, REMARKS_FILE);
  try {
    await appendFile(path, `${JSON.stringify(remark.parse(added))}\n`);
  } catch (cause) {
    throw writeFault(path, cause);
  }
}

/**
 * The remarks of a run folder, in order of writing; none when there is no file.
 * @throws EvidenceError `NOT_A_RECORD` for a line that is no remark: a decision that cannot be read is not left out
 */
export async function readRemarks(folder: string): Promise<Remark[]> {
  const path = join(folder, REMARKS_FILE);
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return '';
    throw cause;
  });
  return text.split('\n').flatMap((line, at) => (line === '' ? [] : [readLine(path, at + 1, line)]));
}

function readLine(path: string, line: number, text: string): Remark {
  try {
    return remark.parse(JSON.parse(text));
  } catch (cause) {
    throw new EvidenceError(
      'NOT_A_RECORD',
      `Failed to read line ${line} of ${path}: found ${JSON.stringify(text.slice(0, 80))}.`,
      'Restore the file, or take the line out if nobody stands by it.',
      { line, cause },
    );
  }
}
