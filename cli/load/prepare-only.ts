import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { loadReferenceData } from '../../fixtures/reference-data.ts';
import { LOAD_FILES } from '../../reports/load/load-run.ts';
import { UsageError } from '../failure.ts';
import { type Format, type Io, line } from '../io.ts';
import type { Shard } from '../options.ts';
import { readTestTarget } from '../target-file.ts';
import { checkPlan } from './check-plan.ts';
import { k6RunOf } from './k6-run.ts';
import { readPlan } from './plan-file.ts';
import { prepareTraffic } from './prepare-traffic.ts';

/** The command line of `corridor load PLAN --prepare-only DIR`. */
export interface PrepareCommand {
  readonly prepareOnly: string;
  readonly target: string;
  readonly seed?: number;
  readonly salt?: string;
  readonly at?: number;
  /** Into how many parts k6 deals the movements; the files are the same for each of them. */
  readonly segment?: Shard;
  readonly format: Format;
}

/** What makes the traffic the same bytes wherever it is made. @throws UsageError `NOT_REPEATABLE` */
export function insistOnSameBytes({ seed, salt, at }: Pick<PrepareCommand, 'seed' | 'salt' | 'at'>) {
  if (seed !== undefined && salt !== undefined && at !== undefined) return { seed, salt, at };
  const missing = Object.entries({ '--seed': seed, '--salt': salt, '--at': at })
    .filter(([, value]) => value === undefined)
    .map(([option]) => option);
  throw new UsageError(
    'NOT_REPEATABLE',
    `Found no ${missing.join(', ')}: two machines would make two traffics.`,
    'Give --at, --seed and --salt, the same everywhere.',
  );
}

/** Why a target of production is refused. */
export const NOT_PRODUCTION = 'Load is for a test or preproduction environment.';

/** @throws UsageError `NO_TARGET`: what is sent elsewhere needs an address that is good there */
export async function insistOnTarget(target: string, io: Io) {
  if (target !== 'reference' && target !== 'containers')
    return readTestTarget({ target }, io, NOT_PRODUCTION);
  throw new UsageError(
    'NO_TARGET',
    `Found --target ${target}, which other machines cannot reach.`,
    'Give --target a YAML file with `hub:`, its address as they reach it.',
  );
}

/** Writes what `load/k6/movements.ts` reads, and ends: another machine sends it. @returns the exit code */
export async function prepareOnly(named: string, command: PrepareCommand, io: Io): Promise<number> {
  const plan = readPlan(named, io.cwd);
  const { hub, tls, signing } = await insistOnTarget(command.target, io);
  const same = insistOnSameBytes(command);
  const reference = loadReferenceData();
  checkPlan(plan, reference);
  const directory = resolve(io.cwd, command.prepareOnly);
  const files = [join(directory, LOAD_FILES.traffic), join(directory, LOAD_FILES.k6Run)] as const;
  await mkdir(directory, { recursive: true });
  // What an attempt that was cut left is no traffic.
  for (const file of files) await rm(file, { force: true });
  const traffic = await prepareTraffic(files[0], { plan, reference, ...same }, undefined, io.signal);
  const hubs = Object.fromEntries([...reference.countries].map((country) => [country, hub]));
  // The limits of the plan hold for all sites together: no site can judge them.
  const run = k6RunOf({
    ...{ plan, hubs, traffic, segment: command.segment, thresholds: {} },
    ...(tls?.cert !== undefined && tls.key !== undefined && { tls: { cert: tls.cert, key: tls.key } }),
    ...(signing && { signing }),
  });
  await writeFile(files[1], JSON.stringify(run));
  const { movements, messages, questions } = traffic.offered;
  if (command.format === 'json')
    line(io.stdout, JSON.stringify({ directory, files, movements, messages, questions }));
  else line(io.stdout, `${movements} movements, ${messages} messages, ${questions} questions: ${directory}`);
  return 0;
}
