import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** A line of an NDJSON file: its value and its number, 1-based. */
export interface ReadLine {
  readonly line: number;
  readonly value: unknown;
}

/** What happened to a file that a run may have left unfinished. */
export interface FileEnd {
  absent: boolean;
  /** Number of the torn last line. */
  torn?: number;
}

/**
 * Reads an NDJSON file line by line, in constant memory. A last line that is not JSON is torn: it is left out and
 * told in `end`. An absent file has no lines. Anything else that is not JSON goes to `refuse`.
 */
export async function* readLines(
  path: string,
  end: FileEnd,
  refuse: (line: number) => Error,
): AsyncGenerator<ReadLine> {
  const input = createReadStream(path);
  let line = 0;
  let bad: number | undefined;
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      if (text === '') continue;
      if (bad !== undefined) throw refuse(bad);
      const value = parse(text);
      if (value === undefined) bad = line;
      else yield { line, value };
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    end.absent = true;
  }
  if (bad !== undefined) end.torn = bad;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
