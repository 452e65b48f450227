import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { NotReadError, readRegularFile, whyNotRead } from '../fixtures/regular-file.ts';
import { UsageError } from './failure.ts';

const LARGEST_FILE_BYTES = 65_536;

/** What a YAML file that a user gives is called when it is refused. */
export interface FileWords {
  /** First word of the error codes, e.g. `TARGET`. */
  readonly code: string;
  /** `the target` */
  readonly what: string;
  /** What must stand there at least. */
  readonly needs: string;
  /** What to give instead, and where an example stands. */
  readonly hint: string;
}

/** Reads and checks a YAML file of a user; a UsageError names the file, the field, and what was seen there. */
export function readYamlFile<Schema extends z.ZodType>(
  path: string,
  cwd: string,
  schema: Schema,
  words: FileWords,
): z.infer<Schema> {
  const value = parseYaml(textOf(path, cwd, words), path, words);
  if (value === null || value === undefined)
    throw new UsageError(
      `${words.code}_EMPTY`,
      `Failed to read ${path}: the file is empty; it needs ${words.needs}.`,
      words.hint,
    );
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw refused(path, parsed.error, words);
}

function textOf(path: string, cwd: string, { code, what, hint }: FileWords): string {
  const file = resolve(cwd, path);
  try {
    return readRegularFile(file, LARGEST_FILE_BYTES).toString('utf8');
  } catch (error) {
    const seen = whyNotRead(error);
    if (error instanceof NotReadError && error.code === 'TOO_LARGE')
      throw new UsageError(`${code}_TOO_LARGE`, `Failed to read ${path}: ${seen}.`, hint);
    throw new UsageError(`${code}_NOT_READ`, `Failed to read ${what} ${file}: ${seen}.`, hint);
  }
}

function parseYaml(text: string, path: string, { code, hint }: FileWords): unknown {
  try {
    return parse(text, { maxAliasCount: 10, merge: true, logLevel: 'error' });
  } catch (error) {
    // Aliases that unfold without end are a ReferenceError of the parser, what cannot be merged is an Error.
    const [sentence = ''] = (error as Error).message.split('\n');
    throw new UsageError(
      `${code}_NOT_YAML`,
      `Failed to read ${path}: ${sentence.replace(/[:.]$/, '')}.`,
      `Correct the YAML there. ${hint}`,
    );
  }
}

function refused(path: string, error: z.ZodError, { code, hint }: FileWords): UsageError {
  // A misspelt key is why another is missing.
  const issue = error.issues.find((one) => one.code === 'unrecognized_keys') ?? error.issues[0];
  const field = issue?.path.join('.') || 'the file';
  return new UsageError(
    `${code}_NOT_VALID`,
    `Failed to read ${path}: ${field}: ${issue?.message.replace(/, received undefined$/, '')}${foundIn(issue?.input)}.`,
    hint,
  );
}

const SHOWN_CHARACTERS = 80;

/** What stood there, shortened; of an address with a password, or of a whole object, nothing. */
function foundIn(input: unknown): string {
  if (input === undefined) return ', found nothing';
  if (typeof input === 'object' && input !== null) return '';
  if (typeof input === 'string' && input.includes('@')) return '';
  return `, found ${JSON.stringify(input).slice(0, SHOWN_CHARACTERS)}`;
}
