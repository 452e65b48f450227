import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { readOptions, Usage } from './options.ts';
import { counts, type StormOutcome } from './outcome.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'corridor-storm-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const COUNTER = path.join(__dirname, '..', 'count-storm.js');
const STORM = ['--require', 'ts-node/register', path.join(__dirname, 'main.ts')];

const node = (...words: string[]) => spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
const start = (...words: string[]) => node(...STORM, ...words);

/** Its exit code and what it said. */
async function ended(child: ReturnType<typeof node>): Promise<{ code: number; said: string; told: string }> {
  const [said, told] = [[] as string[], [] as string[]];
  child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => told.push(text));
  const [code] = await once(child, 'close');
  return { code, said: said.join(''), told: told.join('') };
}

const stormOf = async (
  name: string,
  ...words: string[]
): Promise<{ code: number; outcome: StormOutcome }> => {
  const out = path.join(folder, name);
  const { code, said, told } = await ended(
    start('--format', 'json', '--out', out, '--movements', '12', ...words),
  );
  assert.ok(said.startsWith('{'), told);
  return { code, outcome: JSON.parse(said) };
};

test('asked for help, every option is told with what it means, and nothing starts', async () => {
  for (const word of ['--help', '-h']) {
    const { code, said, told } = await ended(start(word));
    assert.deepEqual([code, told], [0, '']);
    for (const option of [
      'kills',
      'seed',
      'movements',
      'links',
      'phases',
      'deviation',
      'out',
      'format',
      'help',
    ])
      assert.match(said, new RegExp(`^  (?:-h, )?--${option}\\b.* {2}\\S`, 'm'));
    assert.match(said, /between-commit-and-answer/);
    assert.ok(
      said.split('\n').every(({ length }) => length <= 112),
      said,
    );
  }
});

test('killed in each of its phases under traffic while links break: nothing is lost, nothing is done twice', async () => {
  const { code, outcome } = await stormOf('honest', '--kills', '7', '--seed', '11');
  const { verdict, lost, doubleEffects, because, kills, linksBroken } = outcome;
  assert.deepEqual([verdict, lost, doubleEffects, because, code], ['pass', 0, 0, [], 0]);
  assert.equal(kills.filter(counts).length, 7);
  assert.ok(Object.keys(linksBroken).length > 0);
});

test('a stack that forgets its outbox when it is killed is found out, and none of its kills counts as survived', async () => {
  const out = path.join(folder, 'forgetful');
  const phases = ['--phases', 'between-commit-and-answer', '--movements', '12', '--out', out];
  const words = [...phases, '--kills', '2', '--seed', '12', '--deviation', 'forgets-its-outbox-on-restart'];
  const { code, said } = await ended(node(COUNTER, ...words));
  const outcome: StormOutcome = JSON.parse(await readFile(path.join(out, 'storm.json'), 'utf8'));
  assert.deepEqual([outcome.verdict, code], ['fail', 1]);
  assert.ok(outcome.lost > 0);
  assert.match(said, /^storm: fail, 2 kills, [1-9]\d* lost,.*\n0 passed, 2 failed\n$/s);
});

test('what is no storm at all counts as one failure', async () => {
  const { code, said } = await ended(node(COUNTER, '--kills', '0'));
  assert.equal(code, 1);
  assert.match(said, /\n0 passed, 1 failed\n$/);
});

test('on Ctrl-C a storm ends in order, and nothing is left running', async () => {
  const child = start('--kills', '1000', '--out', path.join(folder, 'interrupted'));
  const lines = createInterface({ input: child.stderr });
  await once(lines, 'line');
  child.kill('SIGINT');
  const [code] = await once(child, 'close'); // its streams close with the last process that it started
  assert.equal(code, 2);
});

test('wrong words are told in a sentence', () => {
  for (const words of [
    ['--kills', '0'],
    ['--seed', 'x'],
    ['--links', 'rope'],
    ['--format', 'xml'],
    ['--phases', 'lunch'],
    ['--rain'],
  ])
    assert.throws(() => readOptions(words, 0), Usage, words.join(' '));
});

test('a deviation that nobody knows is wrong usage', async () => {
  const words = ['--deviation', 'none-such', '--kills', '1', '--out', path.join(folder, 'none')];
  const { code, told } = await ended(start(...words));
  assert.deepEqual([code, told.trim().split('\n').length], [4, 1], told);
});
