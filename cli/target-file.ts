import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import type { TargetDescription } from '../features/support/targets/target.ts';
import { UsageError } from './failure.ts';

const LARGEST_FILE_BYTES = 65_536;

const httpAddress = z
  .url({ protocol: /^https?$/, error: 'expected an address such as http://127.0.0.1:8080', abort: true })
  .refine((address) => new URL(address).username === '' && new URL(address).password === '', {
    error: 'expected an address with no user and no password in it',
  })
  .refine((address) => !/[?#]/.test(address), { error: 'expected an address with no query and no fragment' })
  .transform((address) => address.replace(/\/+$/, ''));

/** A target file. Everything but `hub` may be left out. */
const targetFile = z.strictObject({
  name: z.string().min(1).max(80).optional(),
  /** Base address of the hub. */
  hub: httpAddress,
  environment: z.enum(['test', 'preproduction', 'production']).default('test'),
  /** Where the stack reaches the simulated countries: `host` for all, with a free or a given port each. */
  host: z.string().min(1).max(255).default('127.0.0.1'),
  seats: z
    .partialRecord(z.enum(['TG', 'BF', 'ML', 'NE']), z.strictObject({ port: z.int().min(0).max(65_535) }))
    .default({}),
});

/** Reads and checks a YAML target; a UsageError names the file, the field, and what was seen there. */
export async function readTargetFile(path: string, cwd: string): Promise<TargetDescription> {
  const value = parseYaml(await readText(path, cwd), path);
  const parsed = targetFile.safeParse(value, { reportInput: true });
  if (!parsed.success) throw refused(path, parsed.error);
  const { name, hub, environment, host, seats } = parsed.data;
  const ports = Object.fromEntries(Object.entries(seats).map(([country, seat]) => [country, seat.port]));
  return { name: name ?? path, file: path, hub, environment, host, ports, seatsUnderTest: ['hub'] };
}

/** The text of the file, of which no more is read than a target file can hold. */
async function readText(path: string, cwd: string): Promise<string> {
  const file = resolve(cwd, path);
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(file, { end: LARGEST_FILE_BYTES })) chunks.push(chunk);
  } catch (error) {
    throw new UsageError(
      'TARGET_NOT_READ',
      `Failed to read the target ${file}: ${(error as NodeJS.ErrnoException).code}.`,
      'Give "reference", or a YAML file; docs/guides/target.md shows one.',
    );
  }
  const bytes = Buffer.concat(chunks);
  if (bytes.length <= LARGEST_FILE_BYTES) return bytes.toString('utf8');
  throw new UsageError(
    'TARGET_TOO_LARGE',
    `Failed to read ${path}: it holds more than ${LARGEST_FILE_BYTES} bytes.`,
    'Give a target file; docs/guides/target.md shows one.',
  );
}

function parseYaml(text: string, path: string): unknown {
  try {
    return parse(text, { maxAliasCount: 10, logLevel: 'error' });
  } catch (error) {
    // Aliases that unfold without end are a ReferenceError of the parser.
    if (!(error instanceof YAMLParseError || error instanceof ReferenceError)) throw error;
    const [sentence = ''] = error.message.split('\n');
    throw new UsageError(
      'TARGET_NOT_YAML',
      `Failed to read ${path}: ${sentence.replace(/[:.]$/, '')}.`,
      'Correct the YAML there; docs/guides/target.md shows a target file.',
    );
  }
}

function refused(path: string, error: z.ZodError): UsageError {
  const [issue] = error.issues;
  const field = issue?.path.join('.') || 'the file';
  const known = Object.keys(targetFile.shape).join(', ');
  return new UsageError(
    'TARGET_NOT_VALID',
    `Failed to read ${path}: ${field}: ${issue?.message}${foundIn(issue?.input)}.`,
    `Known fields: ${known}; docs/guides/target.md shows an example.`,
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
