import assert from 'node:assert/strict';
import { PassThrough, Readable, Writable } from 'node:stream';
import { test } from 'node:test';
import type { Explore, Kill } from './deviation-court.ts';
import { runDeviations } from './deviations-run.ts';
import { exitCodes, UsageError } from './failure.ts';
import type { Io } from './io.ts';
import { temporaryFolder } from './testing/corridor-process.ts';

const SHY = 'corrects-only-for-the-better';

/** Judges one shy deviation, with what exploring is told to have found. */
async function judged(found: readonly Kill[]) {
  using folder = temporaryFolder();
  const stdout = new PassThrough();
  const stderr = new Writable({ write: (_chunk, _encoding, done) => done() });
  const { env } = process;
  const signal = new AbortController().signal;
  const io: Io = {
    stdout,
    stderr,
    stdin: Readable.from([]),
    env,
    cwd: folder.path,
    signal,
    now: Date.now,
    words: [],
  };
  const asked: unknown[] = [];
  const explore: Explore = async ({ name }, seed) => {
    asked.push([name, seed]);
    return found;
  };
  const options = {
    only: [SHY],
    full: false,
    seed: 9,
    parallel: 1,
    out: folder.path,
    format: 'json',
  } as const;
  const exit = await runDeviations(options, io, explore);
  const { deviations } = JSON.parse(String(stdout.read())) as {
    deviations: { outcome: string; killedBy: Kill[]; unproven: string[] }[];
  };
  return { exit, asked, result: deviations[0] };
}

test('a shy deviation that no written scenario sees is handed to exploring, and what that finds kills it', async () => {
  const kill = { scenario: 'explored/a#1', requirement: 'CTL-004' };
  const { exit, asked, result } = await judged([kill]);
  assert.deepEqual(asked, [[SHY, 9]]);
  assert.deepEqual([result?.outcome, result?.killedBy, result?.unproven], ['killed', [kill], []]);
  assert.equal(exit, exitCodes.conformant);
});

test('what exploring finds for a requirement that the deviation does not name does not kill it', async () => {
  const { exit, result } = await judged([{ scenario: 'explored/a#1', requirement: 'RTE-001' }]);
  assert.deepEqual([result?.outcome, result?.unproven], ['survived', ['CTL-004']]);
  assert.equal(exit, exitCodes.nonConformity);
});

test('a page of a part of the deviations is refused before anything starts', async () => {
  const options = {
    only: [SHY],
    matrix: 'x.md',
    full: false,
    parallel: 1,
    out: 'x',
    format: 'json',
  } as const;
  await assert.rejects(runDeviations(options, {} as Io), UsageError);
});
