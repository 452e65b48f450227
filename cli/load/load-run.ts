import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { drawRunId, drawSalt, drawSeed } from '../../features/support/run-plan.ts';
import { fileTarget } from '../../features/support/targets/file-target.ts';
import { startReferenceTarget } from '../../features/support/targets/reference-target.ts';
import { stackCommand } from '../../features/support/targets/stack-command.ts';
import type { Target, TargetDescription } from '../../features/support/targets/target.ts';
import type { LoadPlan } from '../../fixtures/load/plan.ts';
import { loadReferenceData } from '../../fixtures/reference-data.ts';
import { PROFILE_VERSION } from '../../profile/envelope/envelope.ts';
import { shellWord } from '../../reports/evidence/shell-word.ts';
import { LOAD_FILES, type LoadRun } from '../../reports/load/load-run.ts';
import { writeWhole } from '../../reports/write-reports.ts';
import { UsageError } from '../failure.ts';
import type { Format, Io } from '../io.ts';
import type { Shard } from '../options.ts';
import { spinnerOn } from '../run-progress.ts';
import { readTestTarget } from '../target-file.ts';
import { findK6 } from './find-k6.ts';
import { readPlan } from './plan-file.ts';
import { type LoadProgress, type Played, play } from './play.ts';
import { type PreparedTraffic, prepareTraffic } from './prepare-traffic.ts';

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

const NOT_PRODUCTION = 'Load is for a test or preproduction environment.';

/** `corridor load PLAN`: plays a plan, drains, reconciles, reports. @returns the exit code */
export async function runLoad(named: string, command: LoadCommand, io: Io): Promise<number> {
  const plan = playedHere(readPlan(named, io.cwd), command);
  const k6 = command.onlySeats ? undefined : await findK6(io);
  const startedAt = io.now();
  const [seed, salt] = [command.seed ?? drawSeed(), command.salt ?? drawSalt()];
  const runId = drawRunId(startedAt);
  const runDir = resolve(io.cwd, command.out, runId);
  const at = command.at ?? startedAt;
  const spinner = await spinnerOn(io, command.format === 'json', 'préparation du trafic');
  await mkdir(runDir, { recursive: true });
  const reference = loadReferenceData();
  const prepared = await prepareTraffic(
    join(runDir, LOAD_FILES.traffic),
    { plan, reference, seed, salt, at },
    command.segment,
    io.signal,
  );
  const traffic = command.onlySeats ? { ...prepared, offered: NOTHING_OFFERED } : prepared;
  if (spinner) spinner.text = 'démarrage de la pile et des pays simulés';
  await using target = await targetOf(command, io, runId);
  const { description } = target.main;
  const run = recordOf({ plan, named, command, seed, salt, at, runId, startedAt, traffic, description });
  const keep = (more: Partial<LoadRun>): Promise<void> =>
    writeWhole(join(runDir, LOAD_FILES.run), `${JSON.stringify({ ...run, ...more })}\n`);
  await keep({});
  let playedFrom = run.playedFrom;
  const played = await play(
    {
      ...{ plan, reference, runDir, seed, salt, traffic, k6 },
      target: description,
      segment: command.segment,
      receives: command.seats,
      onBegun: async (begunAt) => {
        playedFrom = new Date(begunAt).toISOString();
        await keep({ playedFrom });
      },
      onProgress: (progress) => {
        if (spinner) spinner.text = progressText(progress);
      },
    },
    io,
  );
  spinner?.stop();
  await keep({ playedFrom, ...endOf(played, io) });
  io.stdout.write(`${runDir}\n`);
  return 0;
}
/** Beside seats alone no devices report, and links break where senders are. */
const playedHere = (plan: LoadPlan, { onlySeats }: LoadCommand): LoadPlan =>
  onlySeats ? { ...plan, trackers: [], links: [] } : plan;

const NOTHING_OFFERED = { movements: 0, messages: 0, questions: 0, bySecond: [] };

void writeFile;
void UsageError;

const endOf = ({ interrupted, ...played }: Played, io: Io): Partial<LoadRun> => ({
  ...played,
  endedAt: new Date(io.now()).toISOString(),
  state: interrupted ? 'interrupted' : 'complete',
});

function progressText({ stage, sent, offered, failed }: LoadProgress): string {
  const counts = `${sent}/${offered} envois · ${failed} sans suite`;
  return {
    playing: counts,
    draining: `files en cours d'écoulement · ${counts}`,
    consulting: `consultation des livres · ${counts}`,
  }[stage];
}

async function targetOf(
  { target, database, deviation }: LoadCommand,
  io: Io,
  runId: string,
): Promise<Target> {
  if (target !== 'reference')
    return fileTarget(
      await readTestTarget({ target, ...(deviation !== undefined && { deviation }) }, io, NOT_PRODUCTION),
    );
  const { env, signal, now } = io;
  return startReferenceTarget({ command: stackCommand, env, deviation, database, runId, signal, now });
}

interface Facts {
  readonly plan: LoadPlan;
  readonly named: string;
  readonly command: Pick<LoadCommand, 'deviation' | 'segment' | 'onlySeats'>;
  readonly seed: number;
  readonly salt: string;
  readonly at: number;
  readonly runId: string;
  readonly startedAt: number;
  readonly traffic: PreparedTraffic;
  readonly description: TargetDescription;
}

/** What `load.json` says when a run begins. */
export function recordOf({
  plan,
  named,
  command,
  seed,
  salt,
  at,
  runId,
  startedAt,
  traffic,
  description,
}: Facts): LoadRun {
  const { name, hub, environment } = description;
  const { days, playedSeconds, journeysShortenedBy, limits, title } = plan;
  return {
    shape: 'corridor-load/1',
    runId,
    plan: { name: plan.plan, title, days, playedSeconds, journeysShortenedBy, limits },
    seed,
    salt,
    at: new Date(at).toISOString(),
    startedAt: new Date(startedAt).toISOString(),
    state: 'running',
    target: {
      name,
      hub,
      environment,
      ...(command.deviation !== undefined && { deviation: command.deviation }),
    },
    ...(command.segment && { segment: `${command.segment.index}/${command.segment.total}` }),
    ...(command.onlySeats && { segment: 'seats' }),
    playedFrom: new Date(startedAt).toISOString(),
    offered: traffic.offered,
    versions: { profile: PROFILE_VERSION, node: process.versions.node },
    replay: `corridor load ${shellWord(named)} --seed ${seed} --salt ${shellWord(salt)}`,
  };
}
