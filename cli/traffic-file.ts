import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Movement } from '../fixtures/movements/movement.ts';
import { loadReferenceData } from '../fixtures/reference-data.ts';
import { generateDays } from '../fixtures/traffic/generate-days.ts';
import { ndjsonChunks } from '../fixtures/traffic/ndjson.ts';
import { UsageError } from './failure.ts';
import type { Io } from './io.ts';

export interface TrafficOptions {
  readonly days: number;
  readonly perDay: number;
  readonly seed: number;
  readonly salt?: string;
  readonly out: string;
}

/** The movements, counted as they pass; ends with an error on Ctrl-C. */
function* counted(movements: Iterable<Movement>, count: { movements: number }, signal: AbortSignal) {
  for (const movement of movements) {
    if (signal.aborted)
      throw new UsageError('INTERRUPTED', 'Interrupted: no traffic file was kept.', 'Run it again.');
    count.movements += 1;
    yield movement;
  }
}

/** Writes traffic to a file (whole or not at all) or to stdout. */
export async function writeTraffic(options: TrafficOptions, io: Io) {
  const count = { movements: 0 };
  const movements = generateDays({ ...options, reference: loadReferenceData() });
  const source = Readable.from(ndjsonChunks(counted(movements, count, io.signal)));
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
