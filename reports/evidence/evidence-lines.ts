import { createReadStream } from 'node:fs';
import { EvidenceError } from './evidence-error.ts';

/** One line of an evidence file; `whole` is false for a last line that a killed writer left torn. */
export interface EvidenceLine {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  readonly whole: boolean;
}

/** No line that was ever written is longer; the engine that reconciles reads no more either. */
const LONGEST_CHARACTERS = 16 * 1024 * 1024;

/** Lines of a file of any size, a batch per block read: memory stays bounded by block and longest line. */
export async function* evidenceLines(path: string): AsyncGenerator<readonly EvidenceLine[]> {
  let number = 0;
  let rest = '';
  try {
    for await (const block of createReadStream(path, { encoding: 'utf8', highWaterMark: 1024 * 1024 })) {
      const pieces = (block as string).split('\n');
      pieces[0] = rest + (pieces[0] ?? '');
      const tooLong = pieces.findIndex(({ length }) => length > LONGEST_CHARACTERS);
      if (tooLong >= 0) throw overlong(path, number + tooLong + 1);
      rest = pieces.pop() ?? '';
      const lines = pieces.map((text) => ({ number: ++number, text, whole: true }));
      if (lines.length > 0) yield lines;
    }
  } catch (cause) {
    if (cause instanceof EvidenceError) throw cause;
    const seen = `Failed to read the evidence file ${path}: ${(cause as { code?: string }).code ?? 'unknown fault'}.`;
    throw new EvidenceError('NOT_READABLE', seen, 'Give the path of an exchange.ndjson of a run.', { cause });
  }
  if (rest !== '') yield [{ number: number + 1, text: rest, whole: false }];
}

const overlong = (path: string, line: number): EvidenceError =>
  new EvidenceError(
    'NOT_A_RECORD',
    `Failed to read line ${line} of ${path}: it is longer than 16 MiB.`,
    'The file was changed or is no evidence file; take the original.',
    { line },
  );
