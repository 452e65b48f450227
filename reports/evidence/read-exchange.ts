import { EvidenceError } from './evidence-error.ts';
import { evidenceLines } from './evidence-lines.ts';
import { type ExchangeLine, exchangeLine } from './exchange.ts';

/** What a reader may want to know beyond the records. */
export interface ReadOptions {
  /** Called with the number of a torn last line, which is left out. */
  readonly onTorn?: (line: number) => void;
}

/**
 * The lines of an `exchange.ndjson`, in order, with memory bounded whatever the size of the file. A torn last
 * line (its writer was killed) is left out; any other line that is no record is an EvidenceError with its number.
 */
export async function* readExchange(path: string, options: ReadOptions = {}): AsyncGenerator<ExchangeLine> {
  for await (const lines of evidenceLines(path)) {
    for (const { number, text, whole } of lines) {
      if (whole) yield readLine(path, number, text);
      else options.onTorn?.(number);
    }
  }
}

function readLine(path: string, line: number, text: string): ExchangeLine {
  const read = exchangeLine.safeParse(parseOrUndefined(text));
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : '';
  throw new EvidenceError(
    'NOT_A_RECORD',
    `Failed to read line ${line} of ${path}: found ${JSON.stringify(text.slice(0, 80))}${where}.`,
    'The file was changed or is no evidence file; take the original.',
    { line },
  );
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
