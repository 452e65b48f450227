import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findK6 } from '../../cli/load/find-k6.ts';
import { K6_MEMORY } from '../../cli/load/k6-process.ts';
import type { LoadMovement } from '../../fixtures/load/load-step.ts';
import { pack } from '../../fixtures/load/pack.ts';
import { loadPlan } from '../../fixtures/load/plan.ts';
import type { RunFile } from '../../fixtures/load/run-file.ts';
import { schedule } from '../../fixtures/load/schedule.ts';
import { loadReferenceData } from '../../fixtures/reference-data.ts';
import { type Benchmark, type Note, pairUp, reachesRatio } from './benchmark.ts';
import { Child, root } from './child.ts';

const SENDERS = 32;
const SECONDS = 3;
const ROUNDS = 16;
/** A movement's first moment is one bin after the run begins. */
const BIN_SECONDS = 1;
const MOVEMENTS = 300;
const LEAST = 0.85;
const WITHIN_MS = 60_000;
const ENOUGH_MS = 120_000;
/** More movements than can be played in the time. */
const TOO_MANY = 4_500;
const OFFICE = Array.from({ length: 24 }, () => 1);
const provenance = 'assumption: traffic of a benchmark';

function movements(): LoadMovement[] {
  const plan = loadPlan.parse({
    plan: 'bench',
    title: { fr: 'Mesure', en: 'Benchmark' },
    days: 1,
    playedSeconds: 60,
    journeysShortenedBy: 24,
    departures: [{ from: 'TG', perDay: MOVEMENTS, hours: OFFICE, provenance }],
    limits: [{ limit: 'achieved', least: 1, provenance }],
  });
  return [...schedule({ plan, reference: loadReferenceData(), seed: 1, salt: 'bench', at: Date.now() })];
}

/** Overdue when the run begins, and without the question to the register: both sides send the same requests, and neither waits. */
const atOnce = (movement: LoadMovement): LoadMovement => ({
  ...movement,
  steps: movement.steps
    .filter(({ method }) => method === 'POST')
    .map(({ guarantee: _guarantee, ...step }) => ({ ...step, atMs: -BIN_SECONDS * 1_000 })),
});

const bodiesOf = ({ steps }: LoadMovement): string[] =>
  steps.map(({ pieces }) => pieces.join('2026-01-05T08:00:00.000Z'));

interface Sides {
  readonly folder: string;
  readonly command: readonly string[];
  readonly hub: string;
}

const inFolder = (folder: string, name: string): string => path.join(folder, name);

/** Requests a second that k6 counted. */
async function play(
  { folder, command }: Sides,
  script: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const summary = inFolder(folder, 'summary.json');
  await rm(summary, { force: true });
  const [program = '', ...before] = command;
  const all = [...before, 'run', '--quiet', '--no-usage-report', ...words, path.join(root, script)];
  // What it says is written down whole, as corridor load does; to judge it is another process's work.
  await using said = await open(inFolder(folder, 'said.txt'), 'w');
  await using k6 = new Child(program, all, { stdio: ['ignore', said.fd, 'pipe'], env });
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`k6 did not end: ${k6.stderr}`)), WITHIN_MS);
    k6.process.once('exit', () => resolve(clearTimeout(late)));
  });
  const { metrics } = JSON.parse(await readFile(summary, 'utf8')) as {
    metrics: { http_reqs: { values: { count: number } }; http_req_failed: { values: { rate: number } } };
  };
  if (metrics.http_req_failed.values.rate > 0) throw new Error('Failed to measure k6: requests failed.');
  return metrics.http_reqs.values.count / SECONDS;
}

async function prepare(sides: Sides): Promise<void> {
  const all = movements().map(atOnce);
  const lines = Array.from({ length: TOO_MANY }, (_, at) => all[at % all.length]).flatMap((one) => one ?? []);
  await writeFile(inFolder(sides.folder, 'traffic.txt'), lines.map(pack).join('\n'));
  await writeFile(inFolder(sides.folder, 'bodies.txt'), all.flatMap(bodiesOf).join('\n'));
  const run: RunFile = {
    hubs: Object.fromEntries(['TG', 'BF', 'ML', 'NE'].map((country) => [country, sides.hub])),
    binSeconds: BIN_SECONDS,
    movementsPerBin: Array.from({ length: SECONDS }, () => TOO_MANY / SECONDS),
    virtualUsers: { ready: SENDERS, most: SENDERS },
    gracefulSeconds: 0,
    answerWithinMs: 30_000,
    giveUpMs: 0,
    retryMs: { first: 1, longest: 1 },
    thresholds: {},
    summary: inFolder(sides.folder, 'summary.json'),
  };
  await writeFile(inFolder(sides.folder, 'run.json'), JSON.stringify(run));
}

async function measured(sides: Sides, note: Note) {
  const variables = (all: Readonly<Record<string, string>>): string[] =>
    Object.entries(all).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
  const file = (name: string): string => inFolder(sides.folder, name);
  const ours = [
    ...['--log-format', 'raw', '--log-output', 'stdout'],
    ...variables({ RUN: file('run.json'), TRAFFIC: file('traffic.txt') }),
  ];
  const bare = variables({
    ...{ HUB: sides.hub, SENDERS: String(SENDERS), SECONDS: String(SECONDS) },
    ...{ BODIES: file('bodies.txt'), SUMMARY: file('summary.json') },
  });
  const { rounds, ...rates } = await pairUp(
    ROUNDS,
    {
      ours: () => play(sides, 'load/k6/movements.ts', ours, { ...K6_MEMORY, ...process.env }),
      peer: () => play(sides, 'tools/bench/k6/bare.ts', bare, process.env),
    },
    ENOUGH_MS,
  );
  note(
    `${SENDERS} senders, ${rounds} rounds of ${SECONDS} s, the ratio is the median of theirs; ours with GOGC=${K6_MEMORY.GOGC}, as corridor load starts k6`,
  );
  return rates;
}

export const benchmark: Benchmark = {
  async run(note) {
    const { command } = await findK6({ env: process.env, cwd: root });
    const folder = await mkdtemp(path.join(tmpdir(), 'corridor-bench-k6-'));
    try {
      await using server = Child.script(path.join(root, 'tools/bench/k6/acknowledging-hub.ts'));
      const [, port] = await server.line(/^port (\d+)$/, WITHIN_MS);
      const sides = { folder, command, hub: `http://127.0.0.1:${port}` };
      await prepare(sides);
      const rates = await measured(sides, note);
      const name = 'k6: requests of a load plan';
      return [reachesRatio({ ...rates, name, peerName: 'the same by a bare script', unit: '/s' }, LEAST)];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
