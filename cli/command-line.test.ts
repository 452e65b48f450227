import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { plan } from '../features/support/cucumber.ts';
import { selectionOf } from '../features/support/selection.ts';
import { packageRoot, packageVersion } from '../profile/export/package-root.ts';

const bin = join(packageRoot(), 'bin', 'corridor.js');
const corridor = (...words: string[]) => spawnSync(process.execPath, [bin, ...words], { encoding: 'utf8' });

test('corridor --version prints the version of the package', () => {
  const { status, stdout } = corridor('--version');
  assert.equal(status, 0);
  assert.equal(stdout.trim(), packageVersion());
});

test('corridor without a word prints the help and says that this is wrong usage', () => {
  const { status, stdout } = corridor();
  assert.equal(status, 4);
  for (const command of [
    'verify',
    'stack',
    'deviations',
    'traffic',
    'reconcile',
    'report',
    'doctor',
    'profile',
  ])
    assert.match(stdout, new RegExp(`^ {2}${command}`, 'm'));
});

test('every command has a help text and exits 0 on --help', () => {
  for (const command of [
    'verify',
    'stack',
    'deviations',
    'traffic',
    'reconcile',
    'report',
    'doctor',
    'profile',
    'completion',
    'decode',
    'encode',
    'fleet',
  ]) {
    const { status, stdout } = corridor(command, '--help');
    assert.equal(status, 0, command);
    assert.match(stdout, /Usage: corridor/, command);
  }
});

test('the scenario in the example of verify --help exists and is one', async () => {
  const { stdout } = corridor('verify', '--help');
  const [, scenario] = /--scenario (\S+#\S+)/.exec(stdout) ?? [];
  assert.ok(scenario, stdout);
  assert.equal((await plan(await selectionOf({ scenario }))).length, 1);
});

test('an unknown command, a bad seed and a bad shard exit 4 with what was seen', () => {
  const cases: [string[], RegExp][] = [
    [['verifie'], /unknown command 'verifie'/],
    [['verify', '--seed', 'soon'], /found "soon"; a seed is a whole number/],
    [['verify', '--shard', '4/3'], /found "4\/3"; a shard is I\/N/],
    [['verify', '--order', 'shuffled'], /found "shuffled"/],
    [['stack', '--port', '70000'], /found "70000"; a port is a whole number/],
  ];
  for (const [words, seen] of cases) {
    const { status, stderr } = corridor(...words);
    assert.equal(status, 4, words.join(' '));
    assert.match(stderr, seen);
  }
});

test('with --format json wrong usage is one JSON document on stdout and nothing on stderr', () => {
  const { status, stdout, stderr } = corridor('verify', '--seed', '-3', '--format', 'json');
  assert.equal(status, 4);
  const { error } = JSON.parse(stdout);
  assert.equal(error.code, 'WRONG_USAGE');
  assert.match(error.message, /-3/);
  assert.equal(stderr, '');
});

test('the bash completion script runs in bash and proposes commands and options', () => {
  const script = corridor('completion', 'bash').stdout;
  const ask = (words: string) =>
    spawnSync(
      'bash',
      [
        '-c',
        `${script}\nCOMP_WORDS=(${words}); COMP_CWORD=$((\${#COMP_WORDS[@]}-1)); _corridor; echo "\${COMPREPLY[@]}"`,
      ],
      {
        encoding: 'utf8',
      },
    ).stdout;
  assert.match(ask('corridor ver'), /^verify/);
  assert.match(ask('corridor verify --sc'), /--scenario/);
  assert.match(ask('corridor profile ex'), /^export/);
});

test('corridor traffic writes the same bytes for the same seed and others for another', () => {
  const folder = mkdtempSync(join(tmpdir(), 'corridor-traffic-'));
  const make = (seed: string, name: string) => {
    const file = join(folder, name);
    const { status, stderr } = corridor('traffic', '--per-day', '20', '--seed', seed, '--out', file);
    assert.equal(status, 0, stderr);
    return readFileSync(file, 'utf8');
  };
  const [first, again, other] = [make('7', 'a'), make('7', 'b'), make('8', 'c')];
  assert.equal(first, again);
  assert.notEqual(first, other);
  assert.equal(first.trimEnd().split('\n').length, 20);
  rmSync(folder, { recursive: true });
});

test('corridor traffic to a place that cannot be written exits 4 and leaves nothing half-written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'corridor-traffic-'));
  const { status, stderr } = corridor(
    'traffic',
    '--per-day',
    '5',
    '--seed',
    '1',
    '--out',
    join(folder, 'no', 'such', 'f'),
  );
  assert.equal(status, 4);
  assert.match(stderr, /Failed to write .*no\/such\/f/);
  assert.deepEqual(readdirSync(folder), []);
  rmSync(folder, { recursive: true });
});
