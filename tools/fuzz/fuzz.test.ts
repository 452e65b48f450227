import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import type { Protocol } from '../../simulators/tracking/protocols/protocol.ts';
import { loadProtocol } from '../../simulators/tracking/protocols/protocols.ts';
import { examine, noTally } from './examine.ts';
import { type FuzzInput, fuzzInput } from './inputs.ts';

const CORPUS = [Buffer.from('(8000620011,@JT)'), Buffer.from('(P69,0,86)')];
const input = (bytes: Buffer): FuzzInput => ({
  bytes,
  ends: [bytes.length],
  session: { deviceId: null, zoneMinutes: 0, udp: false, speaker: 'device' },
});

test('the same seed gives the same inputs, another seed others, and about half are mangled frames', () => {
  const inputs = (seed: number) =>
    Array.from({ length: 200 }, (_, number) => fuzzInput(seed, 'jointech', CORPUS, number));
  assert.deepEqual(inputs(1), inputs(1));
  assert.notDeepEqual(inputs(1), inputs(2));
  const mangled = inputs(1).filter(({ bytes }) => /8000|P69|@JT/.test(bytes.toString('latin1')));
  assert.ok(mangled.length > 60 && mangled.length < 120, `${mangled.length} of 200`);
  for (const { bytes, ends } of inputs(3)) assert.equal(ends.at(-1), bytes.length);
});

test('a reader or a writer that throws anything but its own errors is a crash', async () => {
  const sound = await loadProtocol('jointech');
  const broken = (changed: Partial<Protocol>): Protocol => ({ ...sound, ...changed });
  const frame = input(CORPUS[0] ?? Buffer.alloc(0));
  assert.equal(examine(sound, frame, noTally()), undefined);
  const throws = broken({
    read: () => {
      throw new TypeError('cannot read properties of undefined');
    },
  });
  assert.match(examine(throws, frame, noTally())?.what ?? '', /^TypeError: cannot read/);
  const mute = broken({
    write: () => {
      throw new RangeError('out of range');
    },
  });
  assert.match(examine(mute, frame, noTally())?.what ?? '', /^RangeError/);
});

test('npm run fuzz ends with a count of crashes, and refuses what it does not know', () => {
  const fuzz = (...words: string[]) =>
    spawnSync(
      process.execPath,
      ['--require', 'ts-node/register', path.join(__dirname, 'main.ts'), ...words],
      {
        encoding: 'utf8',
        cwd: path.resolve(__dirname, '..', '..'),
      },
    );
  const ended = fuzz('jointech', '--inputs', '2000', '--seed', '7');
  assert.equal(ended.status, 0, ended.stdout + ended.stderr);
  assert.match(ended.stdout, /^jointech: 2000 inputs, 0 crashes; \d+ frames read/);
  assert.match(ended.stdout, /\nfuzz: 1 protocols, 0 crashes\n$/);
  const unknown = fuzz('gt07');
  assert.equal(unknown.status, 4);
  assert.match(unknown.stderr, /found "gt07"; choose all, or among jointech/);
});
