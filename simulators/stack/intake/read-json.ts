import { ProblemError } from './problem-error.ts';

/** A byte order mark is kept, so that it is refused: the bytes go on as they came, into the pages of a pull too. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * A body as JSON.
 * @throws ProblemError NOT_JSON
 */
export function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch (error) {
    throw new ProblemError('NOT_JSON', withoutContent((error as Error).message));
  }
}

/** The parser quotes the text around the fault, which may be an access code (P21). */
const withoutContent = (sentence: string): string => sentence.replace(/, (?:\.{3})?".*$/s, '').slice(0, 200);
