import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type Benchmark, type Comparison, type Note, staysBelow, staysWithinLimit } from './benchmark.ts';
import { Child } from './child.ts';

const EXCHANGES = 1_000_000;
const LIMIT_S = 15;
/** What the engine may take (1 GB), and Node with what the engine does not count. */
const LIMIT_MIB = 1_600;
/** The delivery that is taken out of the second file. */
const LOST = 345_678;
const WITHIN_MS = 600_000;
const MIB = 2 ** 20;

interface Result {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly peakMiB: number;
  readonly verdict: string;
  readonly exchanges: number;
  readonly movements: number;
  readonly findings: readonly { readonly invariant: string; readonly messages: readonly string[] }[];
}

const script = (name: string, ...words: string[]): Child =>
  Child.script(path.join(__dirname, 'reconcile', `${name}.ts`), words);

async function write(file: string, lost: number): Promise<void> {
  await using writer = script('write-evidence', file, String(EXCHANGES), String(lost));
  await writer.line(/^written (\d+)$/, WITHIN_MS);
}

async function measure(file: string): Promise<Result> {
  await using child = script('measure', file);
  const [, text = ''] = await child.line(/^result (.*)$/, WITHIN_MS);
  return JSON.parse(text) as Result;
}

/** What anybody would write first: read line by line and parse, and judge nothing. */
async function plainPass(file: string): Promise<number> {
  const startedMs = performance.now();
  let bodies = 0;
  for await (const line of createInterface({ input: createReadStream(file, { highWaterMark: MIB }) })) {
    const { body } = JSON.parse(line) as { body?: string };
    if (body !== undefined && JSON.parse(body)) bodies += 1;
  }
  if (bodies === 0) throw new Error('Failed to measure the plain pass: found no body.');
  return (performance.now() - startedMs) / 1000;
}

const load = (): string =>
  `load ${loadavg()
    .map((value) => value.toFixed(1))
    .join(' ')} on ${availableParallelism()} cores`;

async function honest(file: string, note: Note): Promise<readonly Comparison[]> {
  await write(file, 0);
  const { size } = await stat(file);
  note(`${(size / MIB).toFixed(0)} MiB of evidence; ${load()}`);
  const peer = await plainPass(file);
  const { seconds, processorSeconds, peakMiB, verdict, exchanges, movements } = await measure(file);
  note(`${exchanges} exchanges, ${movements} movements: ${verdict}; ${load()}`);
  note(`${processorSeconds.toFixed(1)} s of processor time in ${seconds.toFixed(1)} s`);
  if (verdict !== 'pass') throw new Error('Failed to measure: honest traffic does not reconcile.');
  const sides = { name: 'reconcile: 1 M exchanges', ours: seconds, peer, unit: 's' };
  return [
    staysBelow({ ...sides, peerName: 'Node reads and parses, judges nothing' }, LIMIT_S),
    staysWithinLimit({ name: 'reconcile: peak memory', ours: peakMiB, unit: 'MiB RSS' }, LIMIT_MIB),
  ];
}

/** One delivery of a million is lost: exactly it is found. */
async function lostOne(file: string, note: Note): Promise<Comparison> {
  await write(file, LOST);
  const { findings, seconds } = await measure(file);
  for (const { invariant, messages } of findings)
    note(`found in ${seconds.toFixed(1)} s: ${invariant} ${messages}`);
  const found = findings.filter(({ invariant }) => invariant === 'concerned-but-not-told').length;
  const name = 'reconcile: findings for one lost delivery';
  const sides = { name, ours: findings.length, peer: 1, peerName: 'planted', unit: 'finding' };
  return {
    ...sides,
    ratio: findings.length,
    reach: '= 1 finding',
    holds: findings.length === 1 && found === 1,
  };
}

export const benchmark: Benchmark = {
  async run(note) {
    const folder = await mkdtemp(path.join(tmpdir(), 'corridor-bench-'));
    const file = (name: string): string => path.join(folder, name);
    try {
      const measured = await honest(file('honest.ndjson'), note);
      await rm(file('honest.ndjson'));
      return [...measured, await lostOne(file('lost.ndjson'), note)];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
