import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { drawRunId, drawSalt, drawSeed } from '../../features/support/run-plan.ts';
import { fileTarget } from '../../features/support/targets/file-target.ts';
import { startReferenceTarget } from '../../features/support/targets/reference-target.ts';
import { stackCommand } from '../../features/support/targets/stack-command.ts';
import type { Target } from '../../features/support/targets/target.ts';
import type { LoadPlan } from '../../fixtures/load/plan.ts';
import { loadReferenceData } from '../../fixtures/reference-data.ts';
import { exitCodeOf } from '../../reports/evidence/verdict.ts';
import { LOAD_FILES } from '../../reports/load/load-run.ts';
import { writeLoadReport } from '../../reports/load/write-load-report.ts';
import { renderLoadConsole } from '../../reports/renderers/load-console.ts';
import { renderLoadJson } from '../../reports/renderers/load-json.ts';
import { exitCodes, UsageError } from '../failure.ts';
import { type Format, type Io, line } from '../io.ts';
import type { Shard } from '../options.ts';
import { spinnerOn, stageLine } from '../run-progress.ts';
import { readTestTarget } from '../target-file.ts';
import { checkPlan } from './check-plan.ts';
import { findK6, type K6 } from './find-k6.ts';
import { LoadRecord } from './load-record.ts';
import { readPlan } from './plan-file.ts';
import { type LoadProgress, type PlayOptions, play } from './play.ts';
import { NOT_PRODUCTION } from './prepare-only.ts';
import { prepareTraffic } from './prepare-traffic.ts';

/** The command line of `corridor load`. */
export interface LoadCommand {
  readonly target: string;
  readonly database?: string;
  readonly deviation?: string;
  readonly seed?: number;
  readonly salt?: string;
  /** For which moment the traffic is made, ms since the epoch; default: now. */
  readonly at?: number;
  readonly segment?: Shard;
  /** False: another site plays the countries that receive. */
  readonly seats: boolean;
  /** Other sites send: this one only plays the countries that receive. */
  readonly onlySeats?: boolean;
  readonly out: string;
  readonly format: Format;
}

/** What is settled before anything starts. */
export interface Settled
  extends Pick<PlayOptions, 'plan' | 'reference' | 'runDir' | 'seed' | 'salt' | 'segment'> {
  /** The plan as it was named. */
  readonly named: string;
  readonly command: LoadCommand;
  readonly runId: string;
  readonly startedAt: number;
  readonly at: number;
  readonly k6: K6 | undefined;
}

/** `corridor load PLAN`: plays a plan, drains, reconciles, reports. @returns the exit code */
export async function runLoad(named: string, command: LoadCommand, io: Io): Promise<number> {
  const settled = await settle(named, command, io);
  const { runDir } = settled;
  const spinner = await spinnerOn(io, command.format === 'json', 'préparation du trafic');
  const show = (text: string): void => {
    if (spinner) spinner.text = text;
  };
  try {
    await playWhole(settled, show, io);
  } finally {
    spinner?.stop();
  }
  if (isPart(command)) return tellFolder(runDir, command, io);
  const progress = await stageLine(io, command.format === 'json');
  const result = await writeLoadReport([runDir], runDir, { onStage: progress.show }).finally(progress.stop);
  if (command.format === 'json') line(io.stdout, JSON.stringify(renderLoadJson(result)));
  else line(io.stdout, renderLoadConsole(result, { colour: io.stdout.isTTY === true }));
  return exitCodeOf(result.verdict);
}

/** Evidence of a part looks like loss: what another site sent or received is not in it. */
const isPart = ({ segment, seats, onlySeats }: LoadCommand): boolean =>
  segment !== undefined || !seats || onlySeats === true;

/** Nobody can judge a part: `corridor report` puts the sites together. */
function tellFolder(runDir: string, { format }: LoadCommand, io: Io): number {
  line(io.stdout, format === 'json' ? JSON.stringify({ runDir }) : runDir);
  return exitCodes.conformant;
}

async function settle(named: string, command: LoadCommand, io: Io): Promise<Settled> {
  const plan = playedHere(readPlan(named, io.cwd), command);
  const reference = loadReferenceData();
  checkPlan(plan, reference);
  const k6 = command.onlySeats ? undefined : await findK6(io);
  const startedAt = io.now();
  const runId = drawRunId(startedAt);
  return {
    ...{ plan, reference, named, command, k6, runId, startedAt },
    runDir: resolve(io.cwd, command.out, runId),
    seed: command.seed ?? drawSeed(),
    salt: command.salt ?? drawSalt(),
    at: command.at ?? startedAt,
    segment: command.segment,
  };
}

async function playWhole(settled: Settled, show: (text: string) => void, io: Io): Promise<void> {
  const { command, runDir, plan, reference, seed, salt, at, segment, runId } = settled;
  await using target = await targetOf(command, io, runId);
  await mkdir(runDir, { recursive: true });
  const file = join(runDir, LOAD_FILES.traffic);
  const prepared = await prepareTraffic(file, { plan, reference, seed, salt, at }, segment, io.signal);
  const traffic = command.onlySeats ? { ...prepared, offered: NOTHING_OFFERED } : prepared;
  const { description, exited } = target.main;
  const record = new LoadRecord(settled, description, traffic);
  await record.keep({});
  // A stack that ends unasked ends the run: what was recorded until then is read as far as it goes.
  const gone = new AbortController();
  void exited?.then(() => gone.abort());
  const played = await play(
    {
      ...{ plan, reference, runDir, seed, salt, segment, traffic },
      k6: settled.k6,
      target: description,
      gone: gone.signal,
      receives: command.seats,
      onBegun: (begunAt) => record.keep({ playedFrom: new Date(begunAt).toISOString() }),
      onProgress: (progress) => show(progressText(progress)),
    },
    io,
  );
  const { interrupted, ...ended } = played;
  const endedAt = new Date(io.now()).toISOString();
  await record.keep({ ...ended, endedAt, state: interrupted ? 'interrupted' : 'complete' });
}

/** Links break where senders are. Devices report there as well, but the seats ask what became of their reports. */
const playedHere = (plan: LoadPlan, { onlySeats }: LoadCommand): LoadPlan =>
  onlySeats ? { ...plan, links: [] } : plan;

const NOTHING_OFFERED = { movements: 0, messages: 0, questions: 0, bySecond: [] };

function progressText({ stage, sent, offered, failed }: LoadProgress): string {
  const counts = `${sent}/${offered} envois · ${failed} sans suite`;
  return {
    playing: counts,
    draining: `écoulement des files · ${counts}`,
    consulting: `consultation des livres · ${counts}`,
  }[stage];
}

async function targetOf(command: LoadCommand, io: Io, runId: string): Promise<Target> {
  const { target, database, deviation } = command;
  if (target !== 'reference') {
    if (database !== undefined)
      throw new UsageError(
        'DATABASE_OF_TARGET',
        `Found --database with --target ${target}, which has its own.`,
        'Leave out one of them.',
      );
    const described = { target, ...(deviation !== undefined && { deviation }) };
    return fileTarget(await readTestTarget(described, io, NOT_PRODUCTION));
  }
  const { env, signal, now } = io;
  return startReferenceTarget({ command: stackCommand, env, deviation, database, runId, signal, now });
}
