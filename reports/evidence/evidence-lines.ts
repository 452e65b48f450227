import { createReadStream } from 'node:fs';
import { EvidenceError } from './evidence-error.ts';

/** One line of an evidence file; `whole` is false for a last line that a killed writer left torn. */
export interface EvidenceLine {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  readonly whole: boolean;
}

/** Lines of a file of any size, a batch per block read: memory stays bounded by block and longest line. */
export async function* evidenceLines(path: string): AsyncGenerator<readonly EvidenceLine[]> {
  let number = 0;
  let rest = '';
  try {
    for await (const block of createReadStream(path, { encoding: 'utf8', highWaterMark: 1024 * 1024 })) {
      const pieces = (rest + (block as string)).split('\n');
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
