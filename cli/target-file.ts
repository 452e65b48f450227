import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import type { TargetDescription } from '../features/support/targets/target.ts';
import { UsageError } from './failure.ts';

const LARGEST_FILE_CHARACTERS = 65_536;

const httpAddress = z
  .url({ protocol: /^https?$/, error: 'an address such as http://127.0.0.1:8080' })
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
  const file = resolve(cwd, path);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      'TARGET_NOT_READ',
      `Failed to read the target ${file}: ${error.code}.`,
      'Give "reference", or a YAML file; docs/guides/target.md shows one.',
    );
  });
  const parsed = targetFile.safeParse(parseYaml(text, path));
  if (!parsed.success) throw refused(path, parsed.error);
  const { name, hub, environment, host, seats } = parsed.data;
  const ports = Object.fromEntries(Object.entries(seats).map(([country, seat]) => [country, seat.port]));
  return { name: name ?? path, hub, environment, host, ports, seatsUnderTest: ['hub'] };
}

function parseYaml(text: string, path: string): unknown {
  if (text.length > LARGEST_FILE_CHARACTERS)
    throw new UsageError(
      'TARGET_TOO_LARGE',
      `Failed to read ${path}: ${text.length} characters.`,
      'Give a target file.',
    );
  try {
    return parse(text, { maxAliasCount: 10 });
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const [sentence = ''] = error.message.split('\n');
    throw new UsageError(
      'TARGET_NOT_YAML',
      `Failed to read ${path}: ${sentence}`,
      'Correct the YAML at that line.',
    );
  }
}

function refused(path: string, error: z.ZodError): UsageError {
  const [issue] = error.issues;
  const field = issue?.path.join('.') || 'the file';
  const known = Object.keys(targetFile.shape).join(', ');
  return new UsageError(
    'TARGET_NOT_VALID',
    `Failed to read ${path}: ${field}: ${issue?.message}.`,
    `Known fields: ${known}; docs/guides/target.md shows an example.`,
  );
}
