import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { loadReferenceData } from '../fixtures/reference-data.ts';
import { generateDays } from '../fixtures/traffic/generate-days.ts';
import { UsageError } from './failure.ts';
import type { Io } from './io.ts';

export interface TrafficOptions {
  readonly days: number;
  readonly perDay: number;
  readonly seed: number;
  readonly salt?: string;
  readonly out: string;
}

const CHUNK_LINES = 64;

/** Whole movements as NDJSON text, several lines a chunk. */
async function* lines(options: TrafficOptions, io: Io, count: { movements: number }): AsyncGenerator<string> {
  const salt = options.salt ?? `seed-${options.seed}`;
  let chunk: string[] = [];
  for (const movement of generateDays({ ...options, salt, reference: loadReferenceData() })) {
    if (io.signal.aborted)
      throw new UsageError('INTERRUPTED', 'Interrupted: no traffic file was kept.', 'Run it again.');
    count.movements += 1;
    chunk.push(`${JSON.stringify(movement)}\n`);
    if (chunk.length < CHUNK_LINES) continue;
    yield chunk.join('');
    chunk = [];
  }
  yield chunk.join('');
}

/** Writes traffic to a file (whole or not at all) or to stdout. */
export async function writeTraffic(options: TrafficOptions, io: Io) {
  const count = { movements: 0 };
  const source = Readable.from(lines(options, io, count));
  if (options.out === '-') await pipeline(source, io.stdout, { end: false });
  else await writeWhole(resolve(io.cwd, options.out), source);
  return { movements: count.movements, out: options.out, seed: options.seed, days: options.days };
}

async function writeWhole(path: string, source: Readable): Promise<void> {
  const partial = `${path}.partial`;
  try {
    await pipeline(source, createWriteStream(partial));
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof UsageError || !code) throw error;
    throw new UsageError(
      code,
      `Failed to write ${path}: ${message}.`,
      'Give --out a file in a folder you may write to.',
    );
  }
}
