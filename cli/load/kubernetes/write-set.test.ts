import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { packageRoot } from '../../../features/support/package-root.ts';
import { corridorHere } from '../../testing/corridor-here.ts';
import { temporaryFolder } from '../../testing/corridor-process.ts';
import { expectRefusal } from '../../testing/expect-refusal.ts';
import { tinyPlan } from '../testing/tiny-plan.ts';

const EXAMPLE = join(packageRoot, 'load', 'kubernetes', 'example');
const TARGET = join(EXAMPLE, 'target.yaml');
const SAME = ['--seed', '7', '--salt', 'example', '--at', '2026-11-23T08:00:00Z'];

const wordsFor = (plan: string, set: string, ...more: string[]): string[] => [
  ...['load', plan, '--kubernetes', set, '--target', TARGET, ...SAME, '--format', 'json', ...more],
];

test('the example in load/kubernetes is what the command writes of its plan', async () => {
  using folder = temporaryFolder();
  const set = join(folder.path, 'set');
  const ended = await corridorHere(wordsFor(join(EXAMPLE, 'plan.yaml'), set));
  assert.equal(ended.status, 0, ended.stdout + ended.stderr);
  const shown = readdirSync(EXAMPLE).filter((name) => /^[2-9]\d-|README/.test(name));
  assert.deepEqual(shown, [
    '20-seats.yaml',
    '30-fleet-1.yaml',
    '30-fleet-2.yaml',
    '40-testrun.yaml',
    'README.md',
  ]);
  for (const name of shown)
    assert.equal(
      readFileSync(join(set, name), 'utf8'),
      readFileSync(join(EXAMPLE, name), 'utf8'),
      `${name}: take the new one if the change is meant`,
    );
});

test('a set holds the k6 scripts as they are in the package, and its target says where the seats are reached', async () => {
  using folder = temporaryFolder();
  const set = join(folder.path, 'set');
  mkdirSync(set); // an empty folder is as good as none
  const ended = await corridorHere(wordsFor(tinyPlan(folder.path), set));
  const { files, directory } = JSON.parse(ended.stdout) as { files: string[]; directory: string };
  assert.equal(directory, set);
  for (const file of files) assert.ok(existsSync(file), file);
  assert.deepEqual(readdirSync(folder.path).sort(), ['set', 'tiny.yaml']);
  const [, scripts] = parseAllDocuments(readFileSync(join(set, '10-config.yaml'), 'utf8'));
  assert.ok(scripts);
  const { data } = scripts.toJS() as { data: Record<string, string> };
  const k6 = join(packageRoot, 'load', 'k6');
  for (const [name, text] of Object.entries(data)) assert.equal(text, readFileSync(join(k6, name), 'utf8'));
  assert.ok(data['movements.ts'] && data['send.ts'], Object.keys(data).join(' '));
  assert.match(readFileSync(join(set, 'target.yaml'), 'utf8'), /^host: corridor-tiny-seats$/m);
});

test('what no cluster can play, or nobody could reach from there, is refused, and nothing is written', async () => {
  using folder = temporaryFolder();
  const plan = tinyPlan(folder.path);
  const set = join(folder.path, 'set');
  const links = [{ country: 'NE', fault: { name: 'cut' }, from: 1, until: 2, provenance: 'assumption' }];
  mkdirSync(join(folder.path, 'other'));
  const broken = tinyPlan(join(folder.path, 'other'), { links });
  const full = join(folder.path, 'full');
  mkdirSync(full);
  writeFileSync(join(full, 'notes.txt'), '');
  const signed = join(folder.path, 'signed.yaml');
  writeFileSync(signed, 'hub: http://hub:8080\nsigning: { key: key.jwk, header: X-Signature }\n');
  const refusals: readonly (readonly [readonly string[], RegExp])[] = [
    [wordsFor(broken, set), /links of NE/],
    [wordsFor(plan, full), /notes\.txt/],
    [wordsFor(plan, set, '--target', 'reference'), /--target reference/],
    [wordsFor(plan, set, '--target', signed), /certificates or a key/],
    [wordsFor(plan, set, '--runners', '0'), /runners/],
    [wordsFor(plan, set, '--only-seats'), /only-seats/],
    [wordsFor(plan, set, '--deviation', 'loses-one-in-five-thousand'), /--deviation beside --kubernetes/],
    [wordsFor(plan, set, '--evidence-claim', 'claim; rm -rf'), /claim/],
    [['load', plan, '--runners', '2', '--format', 'json'], /--runners without --kubernetes/],
    [
      ['load', plan, '--prepare-only', set, '--target', TARGET, '--seed', '1', '--format', 'json'],
      /--salt, --at/,
    ],
  ];
  for (const [words, seen] of refusals)
    assert.match(expectRefusal(await corridorHere(words), 4).message, seen, words.join(' '));
  assert.ok(!existsSync(set));
  assert.deepEqual(readdirSync(full), ['notes.txt']);
});

test('devices of a set drive for themselves, and no message puts one on a truck', async () => {
  using folder = temporaryFolder();
  const set = join(folder.path, 'set');
  const trackers = [
    {
      ...{ protocol: 'teltonika', platform: 'TRK-TG', devices: 2, followed: 1, everySeconds: 60 },
      provenance: 'assumption',
    },
  ];
  const ended = await corridorHere(wordsFor(tinyPlan(folder.path, { trackers }), set));
  assert.equal(ended.status, 0, ended.stdout + ended.stderr);
  assert.match(readFileSync(join(set, 'plan.yaml'), 'utf8'), /followed: 0$/m);
});

test('a log in which no sender speaks is refused, and leaves no run folder', async () => {
  using folder = temporaryFolder();
  const plan = tinyPlan(folder.path);
  const log = join(folder.path, 'pod.log');
  const read = (): Promise<{ message: string }> =>
    corridorHere(
      ['load', plan, '--from-log', log, '--target', TARGET, ...SAME, '--out', 'runs', '--format', 'json'],
      { cwd: folder.path },
    ).then((ended) => expectRefusal(ended, 4));
  assert.match((await read()).message, /pod\.log: ENOENT/);
  writeFileSync(log, 'Error from server (NotFound)\n{"corridor":"exchange","kind":"submit"}\n{"corridor":');
  assert.match((await read()).message, /no sender speaks/);
  assert.deepEqual(readdirSync(join(folder.path, 'runs')), []);
});
