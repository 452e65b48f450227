import { spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type RunSummary, runSummary } from '../reports/evidence/run.ts';
import { countVerdicts, verdictOfCounts } from '../reports/verdict.ts';
import { UsageError } from './failure.ts';
import type { Io } from './io.ts';
import { packageRoot } from './package-root.ts';
import type { VerifyOptions } from './verify-run.ts';

const LARGEST_SEED = 2 ** 31 - 1;

interface Part {
  readonly folder: string;
  readonly run: RunSummary;
}

/** Words of the worker's command line: the same run, one shard of it. */
function workerWords(
  options: VerifyOptions,
  shard: string,
  out: string,
  seed: number,
  salt: string,
): string[] {
  const { tags, order, seat, deviation } = options;
  const named = { tags, seat, deviation, order, seed: String(seed), salt, shard, out, format: 'json' };
  const given = Object.entries(named).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  );
  return [join(packageRoot(), 'bin', 'corridor.js'), 'verify', ...given];
}

/** Runs one shard in a process and a stack of its own. */
async function runPart(words: readonly string[], out: string, io: Io): Promise<Part> {
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...io.env } });
  const stop = () => void child.kill('SIGINT');
  io.signal.addEventListener('abort', stop, { once: true });
  child.stderr.pipe(io.stderr, { end: false });
  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  io.signal.removeEventListener('abort', stop);
  const [runId] = await readdir(out).catch(() => []);
  if (runId === undefined) throw workerFailure(said);
  const folder = join(out, runId);
  return { folder, run: runSummary.parse(JSON.parse(await readFile(join(folder, 'run.json'), 'utf8'))) };
}

function workerFailure(said: string): Error {
  try {
    const { error } = JSON.parse(said) as { error: { code: string; message: string; hint: string } };
    return new UsageError(error.code, error.message, error.hint);
  } catch {
    return new UsageError(
      'WORKER_FAILED',
      `A worker ended without a run: ${said.slice(0, 200)}`,
      'Leave out --parallel.',
    );
  }
}

const sum = (parts: readonly Part[], of: (run: RunSummary) => number): number =>
  parts.reduce((total, { run }) => total + of(run), 0);

/** One summary of the parts. Coverage is counted again from the evidence by whoever renders it. */
function merged(parts: readonly Part[], runId: string, replay: string): RunSummary {
  const [first] = parts;
  if (!first) throw new UsageError('NO_WORKER', 'No worker ran.', 'Give --parallel a number from 1.');
  const counts = countVerdicts([]);
  for (const key of Object.keys(counts) as (keyof typeof counts)[])
    counts[key] = sum(parts, (run) => run.scenarios[key]);
  const complete = parts.every(({ run }) => run.state === 'complete');
  return {
    ...first.run,
    runId,
    replay,
    verdict: verdictOfCounts(counts, complete),
    state: complete ? 'complete' : 'interrupted',
    scenarios: counts,
    durationMs: Math.max(...parts.map(({ run }) => run.durationMs ?? 0)),
    requirements: {
      ...first.run.requirements,
      covered: Math.max(...parts.map(({ run }) => run.requirements.covered)),
    },
    exchanges: {
      count: sum(parts, (run) => run.exchanges.count),
      unexpected: sum(parts, (run) => run.exchanges.unexpected),
      heads: Object.fromEntries(
        parts.flatMap(({ run }, at) =>
          Object.values(run.exchanges.heads).map((head) => [`worker-${at + 1}`, head]),
        ),
      ),
    },
  };
}

/** Runs shards side by side and joins their evidence in one run folder; returns that folder. */
export async function runInParallel(options: VerifyOptions, io: Io): Promise<string> {
  const [seed, salt] = [
    options.seed ?? randomInt(LARGEST_SEED),
    options.salt ?? randomBytes(4).toString('hex'),
  ];
  const runId = `${new Date(io.now()).toISOString().replace(/[-:]/g, '').slice(0, 15)}-${randomBytes(3).toString('hex')}`;
  const runDir = resolve(io.cwd, options.out, runId);
  await mkdir(runDir, { recursive: true });
  const shards = Array.from({ length: options.parallel }, (_, at) => `${at + 1}/${options.parallel}`);
  const parts = await Promise.all(
    shards.map((shard, at) => {
      const out = join(runDir, `worker-${at + 1}`);
      return runPart(workerWords(options, shard, out, seed, salt), out, io);
    }),
  );
  for (const [at, { folder }] of parts.entries()) {
    await rename(join(folder, 'exchange.ndjson'), join(runDir, `exchange-${at + 1}.ndjson`));
    await pipeline(
      createReadStream(join(folder, 'messages.ndjson')),
      createWriteStream(join(runDir, 'messages.ndjson'), { flags: 'a' }),
    );
    await rm(join(runDir, `worker-${at + 1}`), { recursive: true });
  }
  const replay = `corridor verify --seed ${seed} --salt ${salt} --parallel ${options.parallel}`;
  await writeFile(join(runDir, 'run.json'), `${JSON.stringify(merged(parts, runId, replay), null, 2)}\n`);
  return runDir;
}
