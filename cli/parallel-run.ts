import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { drawRunId, drawSalt, drawSeed } from '../features/support/run-plan.ts';
import { packageRoot } from '../profile/export/package-root.ts';
import { type RunSummary, runSummary } from '../reports/evidence/run.ts';
import { countVerdicts, verdictOfCounts } from '../reports/evidence/verdict.ts';
import { describeFailure, exitCodes, UsageError } from './failure.ts';
import { type Io, line } from './io.ts';
import type { VerifyOptions } from './verify-run.ts';

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
  const { tags, order, seat, deviation, links, answerWithin } = options;
  const wait = answerWithin === undefined ? {} : { 'answer-within': String(answerWithin / 1000) };
  const named = {
    ...wait,
    tags,
    seat,
    deviation,
    links,
    order,
    seed: String(seed),
    salt,
    shard,
    out,
    format: 'json',
  };
  const given = Object.entries(named).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  );
  return [join(packageRoot(), 'bin', 'corridor.js'), 'verify', ...given];
}

/** Runs one shard in a process and a stack of its own. */
async function runPart(words: readonly string[], out: string, io: Io): Promise<Part> {
  // The channel tells the worker when we are gone, however we ended; a group of its own gets Ctrl-C from us alone.
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...io.env },
    detached: true,
  });
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw workerFailure('', null);
  const stop = () => void child.kill('SIGINT');
  io.signal.addEventListener('abort', stop, { once: true });
  stderr.pipe(io.stderr, { end: false });
  const [said, [exitCode]] = await Promise.all([text(stdout), once(child, 'exit')]);
  io.signal.removeEventListener('abort', stop);
  const [runId] = await readdir(out).catch(() => []);
  if (runId === undefined) throw workerFailure(said, exitCode);
  const folder = join(out, runId);
  return { folder, run: runSummary.parse(JSON.parse(await readFile(join(folder, 'run.json'), 'utf8'))) };
}

/** What a worker said that ended without a run, with its own exit code. */
class WorkerError extends Error {
  override readonly name = 'WorkerError';
  readonly code: string;
  readonly hint: string;
  readonly exitCode: number;
  constructor(told: { code: string; message: string; hint: string }, exitCode: number) {
    super(told.message);
    this.code = told.code;
    this.hint = told.hint;
    this.exitCode = exitCode;
  }
}

function workerFailure(said: string, exitCode: number | null): WorkerError {
  try {
    const { error } = JSON.parse(said) as { error: { code: string; message: string; hint: string } };
    return new WorkerError(error, exitCode ?? exitCodes.harnessFault);
  } catch {
    const message = `A worker ended without a run: ${said.slice(0, 200) || `code ${exitCode}`}`;
    const told = { code: 'WORKER_FAILED', message, hint: 'Leave out --parallel to see why.' };
    return new WorkerError(told, exitCodes.harnessFault);
  }
}

const sum = (parts: readonly Part[], of: (run: RunSummary) => number): number =>
  parts.reduce((total, { run }) => total + of(run), 0);

/** One summary of the parts. Coverage is counted again from the evidence by whoever renders it. */
function merged(parts: readonly Part[], runId: string, workers: number, whole: boolean): RunSummary {
  const [first] = parts;
  if (!first) throw new UsageError('NO_WORKER', 'No worker ran.', 'Give --parallel a number from 1.');
  const counts = countVerdicts([]);
  for (const key of Object.keys(counts) as (keyof typeof counts)[])
    counts[key] = sum(parts, (run) => run.scenarios[key]);
  const complete = whole && parts.every(({ run }) => run.state === 'complete');
  return {
    ...first.run,
    runId,
    // A worker replays its shard; without that, all of them say the same.
    replay: `${first.run.replay.replace(/ --shard \S+/, '')} --parallel ${workers}`,
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

/** Takes the evidence of one worker into the joined folder; one that was interrupted early has left less. */
async function takeIn(folder: string, runDir: string, worker: number): Promise<void> {
  const [exchange, messages] = [join(folder, 'exchange.ndjson'), join(folder, 'messages.ndjson')];
  if (existsSync(exchange)) await rename(exchange, join(runDir, `exchange-${worker}.ndjson`));
  if (existsSync(messages))
    await pipeline(
      createReadStream(messages),
      createWriteStream(join(runDir, 'messages.ndjson'), { flags: 'a' }),
    );
  await rm(dirname(folder), { recursive: true });
}

/** Runs shards side by side and joins their evidence in one run folder; returns that folder. */
export async function runInParallel(options: VerifyOptions, io: Io): Promise<string> {
  const [seed, salt] = [options.seed ?? drawSeed(), options.salt ?? drawSalt()];
  const runId = drawRunId(io.now());
  const runDir = resolve(io.cwd, options.out, runId);
  const shards = Array.from({ length: options.parallel }, (_, at) => `${at + 1}/${options.parallel}`);
  const ended = await Promise.allSettled(
    shards.map((shard, at) => {
      const out = join(runDir, `worker-${at + 1}`);
      return runPart(workerWords(options, shard, out, seed, salt), out, io);
    }),
  );
  const parts = ended.flatMap((part) => (part.status === 'fulfilled' ? [part.value] : []));
  const failed = ended.find((part) => part.status === 'rejected');
  if (failed && parts.length === 0) {
    await rm(runDir, { recursive: true, force: true });
    throw failed.reason;
  }
  if (failed) line(io.stderr, describeFailure(failed.reason).message);
  for (const [at, { folder }] of parts.entries()) await takeIn(folder, runDir, at + 1);
  const joined = merged(parts, runId, options.parallel, !failed);
  await writeFile(join(runDir, 'run.json'), `${JSON.stringify(joined, null, 2)}\n`);
  return runDir;
}
