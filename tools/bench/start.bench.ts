import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { plan } from '../../features/support/cucumber.ts';
import { scenarioLines } from '../../features/support/selection.ts';
import { type Benchmark, type Comparison, interleave, type Note, staysBelow } from './benchmark.ts';
import { Child, root } from './child.ts';

const ROUNDS = 3;
const VERSION_ROUNDS = 5;
const WITHIN_MS = 60_000;
const ENOUGH_MS = 15_000;
const POLL_MS = 10;
const LAUNCHER = path.join('bin', 'corridor.js');
const CHECKED_PROJECT = path.join(__dirname, 'start', 'tsconfig.json');

const secondsSince = (startedMs: number): number => (performance.now() - startedMs) / 1000;

/** A scenario that needs no stack for itself: the first of the specification. */
async function firstScenario(): Promise<string> {
  const shared = await plan({ paths: [], tags: 'not @exclusif', order: 'defined' });
  const lines = new Set(shared.map(({ uri, location }) => `${uri}:${location.line}`));
  const first = [...(await scenarioLines())].find(([, line]) => lines.has(line));
  if (!first) throw new Error('Failed to choose a scenario: found none in features/.');
  return first[0];
}

/** True as soon as the messages of a run under the folder tell of a finished scenario. */
async function hasFinishedScenario(folder: string): Promise<boolean> {
  const [run] = await readdir(folder);
  if (run === undefined) return false;
  const messages = await readFile(path.join(folder, run, 'messages.ndjson'), 'utf8').catch(() => '');
  return messages.includes('"testCaseFinished"');
}

/** Seconds from spawning `corridor verify` to its first finished scenario. */
async function secondsToFirstScenario(scenario: string): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'corridor-bench-'));
  try {
    const startedMs = performance.now();
    await using child = new Child(process.execPath, [
      LAUNCHER,
      'verify',
      '--scenario',
      scenario,
      '--out',
      folder,
    ]);
    while (!(await hasFinishedScenario(folder))) {
      if (child.isOver) throw new Error(`corridor verify ended before a scenario did.\n${child.stderr}`);
      if (secondsSince(startedMs) * 1000 > WITHIN_MS)
        throw new Error(`No scenario ended within ${WITHIN_MS} ms.`);
      await pause(POLL_MS);
    }
    const seconds = secondsSince(startedMs);
    const code = await child.exit(WITHIN_MS);
    if (code !== 0) throw new Error(`corridor verify ended with ${code}.\n${child.stderr}`);
    return seconds;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Seconds of a whole process that has to end well. */
async function secondsOf(arguments_: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const startedMs = performance.now();
  await using child = new Child(process.execPath, arguments_, { env: { ...process.env, ...env } });
  const code = await child.exit(WITHIN_MS);
  const seconds = secondsSince(startedMs);
  if (code !== 0) throw new Error(`${arguments_.join(' ')} ended with ${code}.\n${child.stderr}`);
  return seconds;
}

async function firstScenarioDone(note: Note): Promise<Comparison> {
  const scenario = await firstScenario();
  note(`scenario ${scenario}`);
  await secondsToFirstScenario(scenario); // compiles what changed, fills caches
  const loadSupport = ['--require', 'ts-node/register', path.join(__dirname, 'start', 'load-support.ts')];
  const sides = {
    ours: () => secondsToFirstScenario(scenario),
    peer: () => secondsOf(loadSupport, { TS_NODE_PROJECT: CHECKED_PROJECT }),
  };
  const { ours, peer } = await interleave(ROUNDS, sides, ENOUGH_MS);
  const peerName = 'ts-node with type check, before any stack';
  return staysBelow({ name: 'start: first scenario done', ours, peer, peerName, unit: 's' }, 3);
}

/** The first login of tracking notes, section 5. */
const LOGIN = '78780D01012345678901234500018CDD0D0A';

/** A command that has to answer as quickly as a shell is used to. */
async function quickly(words: readonly string[], name: string): Promise<Comparison> {
  const { ours, peer } = await interleave(VERSION_ROUNDS, {
    ours: () => secondsOf([path.join(root, LAUNCHER), ...words]),
    peer: () => secondsOf(['-e', '0']),
  });
  return staysBelow({ name: `start: corridor ${name}`, ours, peer, peerName: 'node -e 0', unit: 's' }, 0.4);
}

export const benchmark: Benchmark = {
  run: async (note) => [
    await quickly(['--version'], '--version'),
    await quickly(['decode', 'gt06', LOGIN], 'decode'),
    await firstScenarioDone(note),
  ],
};
