import assert from 'node:assert/strict';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { LoadReportError } from './load-report-error.ts';
import { insistOnOneLoad, readLoadRun, readSamples } from './read-load-run.ts';
import { exampleLoad, exampleSamples, loadFolder } from './testing/load-folder.ts';

async function counted(folder: string): Promise<number> {
  let count = 0;
  for await (const { sample } of readSamples(folder)) count += sample.at.length > 0 ? 1 : 0;
  return count;
}

const refused = (code: string, seen: RegExp) => (error: unknown) => {
  assert.ok(error instanceof LoadReportError);
  assert.deepEqual([error.code, error.exitCode], [code, 4]);
  assert.match(error.message, seen);
  return true;
};

test('a run is read whatever its state, also one that was killed while it ran', async () => {
  for (const state of ['complete', 'interrupted', 'running'] as const) {
    await using folder = await loadFolder({ run: exampleLoad({ state }), exchanges: [] });
    assert.equal((await readLoadRun(folder.path)).run.state, state);
  }
});

test('a load.json that is none is refused in one sentence', async () => {
  await using folder = await loadFolder({ exchanges: [] });
  const path = join(folder.path, 'load.json');
  for (const [text, seen] of [
    ['{"shape":"corridor-load/1"', /found .*expected object/],
    ['{}', /found .* at shape/],
    [JSON.stringify({ ...exampleLoad(), seed: 'one' }), /at seed/],
    [
      JSON.stringify({ ...exampleLoad(), offered: { ...exampleLoad().offered, bySecond: [-1] } }),
      /at offered.bySecond.0/,
    ],
    [JSON.stringify({ ...exampleLoad(), startedAt: 'yesterday' }), /at startedAt/],
  ] as const) {
    await writeFile(path, text);
    await assert.rejects(readLoadRun(folder.path), refused('NOT_A_LOAD_RUN', seen), text.slice(0, 60));
  }
  await assert.rejects(readLoadRun(join(folder.path, 'absent')), refused('NOT_A_LOAD_RUN', /ENOENT/));
});

test('a torn last sample is left out, any other line that is none is refused with its number', async () => {
  await using folder = await loadFolder({ exchanges: [] });
  const path = join(folder.path, 'samples.ndjson');
  await appendFile(path, '{"at":"2026-11-02T09:00:1');
  assert.equal(await counted(folder.path), exampleSamples().length);
  const good = JSON.stringify({ at: '2026-11-02T09:00:10.000Z' });
  for (const bad of [
    'no json',
    '[]',
    '{"at":5}',
    '{"at":"2026-11-02T09:00:10.000Z","processes":[{"name":1}]}',
    '{"at":"2026-11-02T09:00:10.000Z","late":"garbage"}',
    `{"at":"2026-11-02T09:00:10.000Z","late":"${'A'.repeat(70_000)}"}`,
    '{"at":"2026-11-02T09:00:10.000Z","trackers":{"connected":-1}}',
  ]) {
    await writeFile(path, `${good}\n${bad}\n${good}\n`);
    await assert.rejects(
      counted(folder.path),
      refused('NOT_A_SAMPLE', /^Failed to read line 2 of /),
      bad.slice(0, 60),
    );
  }
});

test('a run without samples has none', async () => {
  assert.equal(await counted('/nowhere'), 0);
});

test('runs of another plan, seed, moment or hub are no parts of one load, nor is the same part twice', () => {
  const part = (segment: string | undefined, more = {}) => ({
    folder: `/runs/${segment ?? 'whole'}`,
    run: exampleLoad({ ...(segment !== undefined && { segment }), ...more }),
  });
  insistOnOneLoad([part('1/3'), part('2/3'), part('3/3')]);
  const { plan, target } = exampleLoad();
  for (const [what, more] of [
    ['plan', { plan: { ...plan, days: 2 } }],
    ['seed', { seed: 2 }],
    ['at', { at: '2026-11-03T08:00:00.000Z' }],
    ['hub', { target: { ...target, hub: 'http://hub.example' } }],
  ] as const)
    assert.throws(
      () => insistOnOneLoad([part('1/3'), part('2/3', more)]),
      refused('DIFFERENT_LOADS', new RegExp(`their ${what} differs`)),
    );
  assert.throws(() => insistOnOneLoad([part('1/3'), part('1/3')]), refused('SAME_PART', /part "1\/3"/));
  assert.throws(
    () => insistOnOneLoad([part(undefined), part(undefined)]),
    refused('SAME_PART', /part "all"/),
  );
});
